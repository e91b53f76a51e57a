// Reads the `_headers` and `_redirects` of a folder as Netlify does: `node netlify.mjs FOLDER` prints both as JSON.
import { parseAllHeaders } from "@netlify/headers-parser";
import { parseAllRedirects } from "@netlify/redirect-parser";

const [folder] = process.argv.slice(2);
const { headers, errors } = await parseAllHeaders({ headersFiles: [`${folder}/_headers`], configHeaders: [] });
const read = await parseAllRedirects({ redirectsFiles: [`${folder}/_redirects`], configRedirects: [] });
const redirects = read.redirects.map(({ from, to, status }) => [from, to, status]);
console.log(JSON.stringify({ headers, redirects, errors: [...errors, ...read.errors].map(String) }));

// Scores a site as Mozilla's HTTP Observatory does: `node observatory.mjs HOST HTTP_PORT HTTPS_PORT` prints its grade, its
// score and what cost points, as JSON. The package's own command knows only the ports of the web.
import { ALL_TESTS } from "@mdn/mdn-http-observatory/src/constants.js";
import { MINIMUM_SCORE_FOR_EXTRA_CREDIT } from "@mdn/mdn-http-observatory/src/grader/charts.js";
import { getGradeForScore, getScoreModifier } from "@mdn/mdn-http-observatory/src/grader/grader.js";
import { retrieve } from "@mdn/mdn-http-observatory/src/retriever/retriever.js";

const [host, httpPort, httpsPort] = process.argv.slice(2);
const requests = await retrieve(host, { httpPort: Number(httpPort), httpsPort: Number(httpsPort) });
if (!requests.responses.auto) throw new Error(`nothing answers at ${host}`);
const found = ALL_TESTS.map((test) => test(requests)).filter(({ result }) => result);
const points = found.map(({ result }) => [result, getScoreModifier(result)]);
const plain = points.reduce((sum, [, one]) => sum + Math.min(one, 0), 100);
const all = points.reduce((sum, [, one]) => sum + one, 100);
const { grade, score } = getGradeForScore(plain >= MINIMUM_SCORE_FOR_EXTRA_CREDIT ? all : plain);
console.log(JSON.stringify({ grade, score, lost: points.filter(([, one]) => one < 0) }));

// <post-search>: looks through the index of posts in the reader's own browser. What is typed is sent nowhere and not kept.
const PAUSE = 200; // milliseconds without a key before it looks
const MOST = 20; // results on the page
const WORD = /[\p{L}\p{M}\p{N}]{3,}/gu;

const wordsOf = (text) => [...new Set(text.toLowerCase().match(WORD) ?? [])].slice(0, 24);
const akin = (text, words) => wordsOf(text).some((one) => words.some((word) => one[0] === word[0]));
const parsed = (html) => new DOMParser().parseFromString(html, "text/html").body;
const inRow = (words) => new Intl.ListFormat(document.documentElement.lang, { type: "unit" }).format(words);
const element = (name, text, className) => Object.assign(document.createElement(name), { textContent: text, className });

/** Posts that have some of the words, the rarer the better; words that half of all posts have tell nothing. */
async function withSome(index, words, filters) {
  const { length: all } = (await index.search(null, { filters })).results;
  const found = new Map();
  for (const word of words) {
    const { results } = await index.search(word, { filters });
    const weight = Math.log(all / (results.length || 1));
    if (weight < Math.LN2) continue;
    for (const result of results) {
      const post = found.get(result.id) ?? { result, best: 0, score: 0, words: [] };
      if (weight > post.best) Object.assign(post, { result, best: weight });
      post.score += (weight * (1 + result.score / results[0].score)) / 2;
      post.words.push(word);
      found.set(result.id, post);
    }
  }
  const ranked = [...found.values()].sort((a, b) => b.score - a.score);
  return ranked.filter((post) => post.score > ranked[0].score / 3).slice(0, 5);
}

class PostSearch extends HTMLElement {
  turn = 0;

  connectedCallback() {
    [this.input, this.status, this.list] = ["input", "[role=status]", "ol"].map((one) => this.querySelector(one));
    this.addEventListener("focusin", () => this.load().catch(() => {}));
    this.addEventListener("input", () => {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.look(), PAUSE);
    });
    this.addEventListener("submit", async (event) => {
      event.preventDefault();
      await this.look();
      this.list.querySelector("a")?.focus();
    });
    this.addEventListener("keydown", (event) => this.move(event));
  }

  /** The index, fetched when it is first wanted. */
  load() {
    this.index ??= import(this.dataset.pagefind).then(async (index) => {
      await index.options({ excerptLength: 24 });
      await index.init();
      return index;
    });
    return this.index;
  }

  async look() {
    clearTimeout(this.timer);
    const turn = ++this.turn;
    try {
      const [words, posts] = await this.find(await this.load());
      if (turn === this.turn) this.show(words, posts);
    } catch {
      this.index = undefined;
      this.show(this.dataset.broken, []);
    }
  }

  /** What to say of the results, and the results: of all words, or else of some. */
  async find(index) {
    const typed = this.input.value.trim();
    const filters = {};
    for (const { value, dataset } of this.querySelectorAll("select")) if (value) filters[dataset.filter] = value;
    const words = wordsOf(typed);
    if (typed ? !words.length : !Object.keys(filters).length) return ["", []];
    const { results } = this.dataset.mode === "some" ? { results: [] } : await index.search(typed || null, { filters });
    const posts = results.length
      ? results.slice(0, MOST).map((result) => ({ result, words: [] }))
      : await withSome(index, words, filters);
    for (const post of posts) post.data = await post.result.data();
    const sure = results.length && !words.length ? posts : posts.filter((post) => fits(post, words));
    if (!sure.length) return [this.dataset.none, []];
    const say = results.length || this.dataset.mode === "some" ? this.dataset.found : this.dataset.some;
    return [say.replace("{n}", results.length || sure.length), sure];
  }

  show(words, posts) {
    this.status.textContent = words;
    this.list.replaceChildren(...posts.map((post) => this.item(post)));
  }

  item({ data, words }) {
    const link = Object.assign(element("a", data.meta.title), { href: data.url });
    const title = element(`h${this.dataset.level}`, "", "post-title");
    const labels = [...this.querySelectorAll("option")].filter((one) => data.filters.kind?.includes(one.value));
    const why = words.length ? [`${this.dataset.why} ${inRow(words)}`] : labels.map((one) => one.text);
    const item = element("li", "");
    title.append(link);
    item.append(title, this.excerpt(data.excerpt), element("p", [...why].join(" · "), "meta"));
    return item;
  }

  /** The excerpt as text, the words looked for marked; no element of its own comes into the page. */
  excerpt(html) {
    const line = element("p", "");
    const words = wordsOf(this.input.value);
    for (const { nodeName, textContent } of parsed(html).childNodes) {
      line.append(nodeName === "MARK" && akin(textContent, words) ? element("mark", textContent) : textContent);
    }
    return line;
  }

  /** The arrow keys go from the field to the results and back. */
  move(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const stops = [this.input, ...this.list.querySelectorAll("a")];
    const next = step && stops[stops.indexOf(document.activeElement) + step];
    if (!next || !stops.includes(document.activeElement)) return;
    event.preventDefault();
    next.focus();
  }
}

/** Whether a post has a word of those looked for: where there is none, the index offers what begins with the same letter. */
const fits = ({ data }, words) =>
  [...parsed(data.excerpt).querySelectorAll("mark")].some((mark) => akin(mark.textContent, words));

customElements.define("post-search", PostSearch);

/*
 * <share-link> copies the page's address, or hands it to the share sheet of the reader's own system; no other company is
 * asked for anything. It stays hidden where the browser can do neither. The address is the canonical one, so that what is
 * passed on holds no trace of how one came here.
 * Reads: a button `data-copy`, a button `data-share`, and `data-copied` and `data-failed` of its [role=status].
 */
const SHOWN = 4000;

class ShareLink extends HTMLElement {
  #timer = 0;

  connectedCallback() {
    this.copy = this.querySelector("[data-copy]");
    this.share = this.querySelector("[data-share]");
    this.status = this.querySelector("[role=status]");
    this.page = {
      title: document.querySelector("h1").textContent,
      url: document.querySelector("link[rel=canonical]").href,
    };
    this.copy.hidden = !navigator.clipboard;
    this.share.hidden = !navigator.canShare?.(this.page);
    this.hidden = this.copy.hidden && this.share.hidden;
    this.addEventListener("click", this);
  }

  handleEvent(event) {
    if (event.target === this.copy) this.#copy();
    else if (event.target === this.share) this.#share();
  }

  async #copy() {
    try {
      await navigator.clipboard.writeText(this.page.url);
      this.#say(this.status.dataset.copied);
    } catch {
      this.#say(this.status.dataset.failed.replace("{address}", () => this.page.url));
    }
  }

  async #share() {
    try {
      await navigator.share(this.page);
    } catch (error) {
      if (error.name !== "AbortError") this.#copy();
    }
  }

  #say(words) {
    clearTimeout(this.#timer);
    this.status.textContent = words;
    if (words === this.status.dataset.copied) this.#timer = setTimeout(() => this.#say(""), SHOWN);
  }
}

customElements.define("share-link", ShareLink);

/*
 * <quick-exit> leaves for a harmless page at once: by any `.exit-link`, or by Shift three times, each press within five
 * seconds of the one before. The page is blank before the other one begins to load, and its place among the tab's pages is
 * taken by the other one. Modeled on the "Exit this page" component of the GOV.UK Design System.
 * Reads: `data-left-2`, `data-left-1`, `data-expired`, `data-leaving` of its [role=status], what it announces.
 */
const PRESSES = 3;
const PATIENCE = 5000;

class QuickExit extends HTMLElement {
  #presses = 0;
  #timer = 0;
  #alone = false;
  #title = document.title;

  connectedCallback() {
    this.status = this.querySelector("[role=status]");
    for (const link of document.querySelectorAll(".exit-link")) link.addEventListener("click", this);
    for (const type of ["keydown", "keyup", "pageshow"]) addEventListener(type, this);
  }

  handleEvent(event) {
    if (event.type === "pageshow") this.#return();
    else if (event.type === "click") this.#leave(event);
    else if (event.type === "keydown") this.#press(event.key === "Shift");
    else if (event.key === "Shift" && this.#alone) this.#count();
  }

  #press(isShift) {
    this.#alone = isShift;
    if (!isShift && this.#presses) this.#expire();
  }

  #count() {
    this.#alone = false;
    this.#presses += 1;
    clearTimeout(this.#timer);
    if (this.#presses === PRESSES) return this.#leave();
    this.#timer = setTimeout(() => this.#expire(), PATIENCE);
    this.#say(`left-${PRESSES - this.#presses}`);
  }

  #expire() {
    clearTimeout(this.#timer);
    this.#presses = 0;
    this.#say("expired");
    this.#timer = setTimeout(() => this.#say(""), PATIENCE);
  }

  #leave(event) {
    event?.preventDefault();
    const { href, hostname } = this.querySelector(".exit-link");
    this.toggleAttribute("leaving", true);
    document.title = hostname;
    this.#say("leaving");
    location.replace(href);
  }

  #return() {
    this.toggleAttribute("leaving", false);
    document.title = this.#title;
    clearTimeout(this.#timer);
    this.#presses = 0;
    this.#say("");
  }

  #say(what) {
    this.status.textContent = what && this.status.getAttribute(`data-${what}`);
  }
}

customElements.define("quick-exit", QuickExit);

"use strict";

/* „Meine Daten“: files of what is stored of the conversation, and its deletion. Works without Rasa. The id of the
   conversation goes in a header, never in an address. `chat` gives `conversation()`, `ask(text)` and `deleted()`. */
class MyData {
  static EXPORT = "/api/chat/export";

  constructor(chat) {
    this.chat = chat;
    this.dialog = document.getElementById("my-data");
    const on = (id, act) => this.element(id).addEventListener("click", act);
    const opener = this.element("open");
    opener.hidden = false;
    opener.addEventListener("click", () => this.open());
    on("text", () => this.download("text", (told) => this.tell(told)));
    on("json", () => this.download("json", (told) => this.tell(told)));
    on("show", () => this.ask("Was wissen Sie über mich?"));
    on("object", () => this.ask("Ich widerspreche der Auswertung"));
    on("delete", () => this.showSure(true));
    on("keep", () => this.showSure(false));
    on("surely", () => this.remove());
    on("close", () => this.dialog.close());
  }

  element(name) {
    return document.getElementById(`my-data-${name}`);
  }

  open() {
    this.showSure(false);
    this.tell("");
    this.dialog.showModal();
  }

  showSure(isAsked) {
    this.element("choices").hidden = isAsked;
    this.element("sure").hidden = !isAsked;
    if (isAsked) this.element("keep").focus();
  }

  tell(text) {
    this.element("told").textContent = text;
  }

  ask(text) {
    this.dialog.close();
    this.chat.ask(text);
  }

  /* A link of an answer to the file; a browser could not send the header by itself. */
  static formatOf(address) {
    const url = new URL(address, location.href);
    const isExport = url.origin === location.origin && url.pathname === MyData.EXPORT;
    return isExport ? url.searchParams.get("format") || "json" : null;
  }

  async request(path, method, tell) {
    const conversation = this.chat.conversation();
    if (!conversation) {
      tell("In diesem Fenster ist kein Gespräch gespeichert.");
      return null;
    }
    try {
      const response = await fetch(path, { method, headers: { Authorization: `Bearer ${conversation}` } });
      if (response.ok) return response;
      tell((await response.json()).error.message);
    } catch (error) {
      tell("Die Verbindung ist unterbrochen. Bitte versuchen Sie es noch einmal.");
    }
    return null;
  }

  async download(format, tell) {
    const response = await this.request(`${MyData.EXPORT}?format=${format}`, "GET", tell);
    if (!response) return;
    const link = document.createElement("a");
    link.href = URL.createObjectURL(await response.blob());
    link.download = format === "json" ? "ideenlotse-meine-daten.json" : "ideenlotse-meine-daten.txt";
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
    tell("Die Datei ist heruntergeladen. Auf einem fremden Gerät löschen Sie sie danach bitte.");
  }

  async remove() {
    const response = await this.request("/api/chat/conversation", "DELETE", (told) => this.tell(told));
    if (!response) return;
    this.dialog.close();
    this.chat.deleted();
  }
}

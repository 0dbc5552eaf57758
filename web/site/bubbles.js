"use strict";

/* What stands in the log of the chat, as nodes: own messages, answers with their links, choices and the two buttons that
   rate. All text from outside is set with textContent; links are opened only if their scheme is harmless. `chat` gives
   `send(content, text)`, `rate(answer, verdict)`, `ratingOf(id)` and `download(format)`. */
class Bubbles {
  static RIGHT_TO_LEFT = ["ar", "fa", "he", "ur"];

  constructor(chat) {
    this.chat = chat;
  }

  static make(tag, className, text) {
    const made = document.createElement(tag);
    if (className) made.className = className;
    if (text !== undefined) made.textContent = text;
    return made;
  }

  own({ text, messageId }) {
    const bubble = this.bubble("Sie", "own");
    bubble.append(Bubbles.make("p", "text", text));
    bubble.dataset.messageId = messageId;
    return bubble;
  }

  answer(answer) {
    const bubble = this.bubble("Ideenlotse", "answer");
    bubble.lang = answer.lang;
    const text = Bubbles.make("p", "text");
    text.dir = Bubbles.RIGHT_TO_LEFT.includes(answer.lang) ? "rtl" : "ltr";
    this.fillWithText(text, answer.text);
    bubble.append(text);
    if (answer.links.length || answer.attachments.length) bubble.append(this.links(answer));
    if (answer.buttons.length) bubble.append(this.choices(answer.buttons));
    if (answer.feedback) bubble.append(this.rating(answer));
    return bubble;
  }

  bubble(who, className) {
    const bubble = Bubbles.make("div", `bubble ${className}`);
    bubble.append(Bubbles.make("span", "visually-hidden", `${who}: `));
    return bubble;
  }

  /* Line breaks stay through CSS (white-space: pre-line); web addresses in the text become links. */
  fillWithText(target, text) {
    const parts = text.split(/(https?:\/\/[^\s<>"„“]+[^\s<>"„“.,;:!?)\]])/);
    parts.forEach((part, index) => target.append(index % 2 ? this.link(part, part) : part));
  }

  link(title, address) {
    const href = Bubbles.safeAddress(address);
    if (!href) return Bubbles.make("span", "", title);
    const link = Bubbles.make("a", "", title);
    link.href = href;
    const format = MyData.formatOf(href);
    if (format) {
      link.addEventListener("click", (event) => {
        event.preventDefault();
        this.chat.download(format);
      });
      return link;
    }
    if (/^https?:/.test(href)) {
      link.target = "_blank";
      link.rel = "noopener noreferrer";
      link.append(Bubbles.make("span", "visually-hidden", " (öffnet in einem neuen Fenster)"));
    }
    return link;
  }

  static safeAddress(address) {
    try {
      const url = new URL(address, location.href);
      return ["http:", "https:", "mailto:", "tel:"].includes(url.protocol) ? url.href : null;
    } catch (error) {
      return null;
    }
  }

  links(answer) {
    const list = Bubbles.make("ul", "links");
    const links = answer.links.map((one) => [one.title, one.url]);
    links.concat(answer.attachments.map((one) => [one.name, one.url])).forEach(([title, url]) => {
      const item = Bubbles.make("li");
      item.append(this.link(title, url));
      list.append(item);
    });
    return list;
  }

  choices(buttons) {
    const group = this.group("choices", "Auswahl");
    buttons.forEach(({ title, payload }) => {
      group.append(this.button("choice", title, () => this.chat.send({ payload }, title)));
    });
    return group;
  }

  /* Two small buttons, of which the pressed one stays pressed. Rating is no message of the person: no bubble of theirs. */
  rating(answer) {
    const group = this.group("rating", "War diese Antwort hilfreich?");
    group.dataset.answer = answer.id;
    [["helpful", "Hilfreich"], ["unhelpful", "Nicht hilfreich"]].forEach(([verdict, title]) => {
      const button = this.button("rate", title, () => this.chat.rate(answer, verdict));
      button.dataset.verdict = verdict;
      group.append(button);
    });
    this.showRating(group);
    return group;
  }

  group(className, label) {
    const group = Bubbles.make("div", className);
    group.setAttribute("role", "group");
    group.setAttribute("aria-label", label);
    return group;
  }

  button(className, title, act) {
    const button = Bubbles.make("button", className, title);
    button.type = "button";
    button.addEventListener("click", act);
    return button;
  }

  showRating(group) {
    const given = this.chat.ratingOf(group.dataset.answer);
    group.querySelectorAll("button").forEach((button) => {
      button.setAttribute("aria-pressed", String(button.dataset.verdict === given));
    });
  }
}

"use strict";

/* Reads server-sent events with fetch instead of EventSource, which hides the status: here an unknown conversation
   can be told from a network that is away. Calls back for every message, and again after each loss of the network. */
class AnswerStream {
  constructor(conversation, after, { onAnswer, onUnknown }) {
    this.conversation = conversation;
    this.after = after;
    this.onAnswer = onAnswer;
    this.onUnknown = onUnknown;
    this.stopping = new AbortController();
    this.run();
  }

  stop() {
    this.stopping.abort();
  }

  async run() {
    let pause = 1000;
    while (!this.stopping.signal.aborted) {
      try {
        if (await this.readOnce()) pause = 1000;
      } catch (error) {
        if (this.stopping.signal.aborted) return;
      }
      await new Promise((resolve) => setTimeout(resolve, pause));
      pause = Math.min(pause * 2, 15000);
    }
  }

  /* One connection, from its begin to its end; true if it was a good one. */
  async readOnce() {
    const path = `/api/chat/${encodeURIComponent(this.conversation)}/events?after=${this.after}`;
    const response = await fetch(path, { signal: this.stopping.signal, cache: "no-store" });
    if (response.status === 404) {
      this.stop();
      this.onUnknown();
    }
    if (!response.ok) return false;
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
    let rest = "";
    for (;;) {
      const { value, done } = await reader.read();
      if (done) return true;
      const parts = (rest + value).split("\n\n");
      rest = parts.pop();
      parts.forEach((part) => this.take(part));
    }
  }

  take(part) {
    const data = part.split("\n").filter((line) => line.startsWith("data: ")).map((line) => line.slice(6));
    if (!data.length) return;
    const answer = JSON.parse(data.join("\n"));
    this.after = Math.max(this.after, answer.id);
    this.onAnswer(answer);
  }
}

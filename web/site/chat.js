"use strict";

/* The chat window: what is sent and received, and in which order it stands there; the nodes are made by `Bubbles`.
   What survives a reload lies in sessionStorage: the id of the conversation, the person's own messages (the server does
   not keep them), and a message that is still on its way, which is sent again under the same message_id. */
(() => {
  const MAXIMUM_LENGTH = 20000;
  const ATTEMPTS = 3;
  const STORAGE_KEY = "ideenlotse";
  const element = (id) => document.getElementById(id);
  const chat = element("chat");
  const log = element("log");
  const activity = element("activity");
  const problem = element("problem");
  const composer = element("composer");
  const context = element("context");
  const field = element("message");
  const sendButton = element("send");
  const phone = chat.dataset.phone;

  let state = loadState();
  let stream = null;
  let busy = false;
  let sendsNext = false; // somebody sent while an answer was on its way
  let shown = new Set();
  let lastOwn = null;
  let anchorNext = false; // the next bubble is read from its begin, as if it followed a message of the person
  let scrolledTo = 0;

  function emptyState() {
    return { conversation: null, own: [], pending: null, last: 0, ratings: {} };
  }

  function loadState() {
    try {
      return { ...emptyState(), ...JSON.parse(sessionStorage.getItem(STORAGE_KEY) || "{}") };
    } catch (error) {
      return emptyState();
    }
  }

  function saveState() {
    try {
      sessionStorage.setItem(STORAGE_KEY, JSON.stringify(state));
    } catch (error) {
      // Storage is full or forbidden: the conversation still works until the page is left.
    }
  }

  function newMessageId() {
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  }

  // Showing

  /* Scrolls to the end, but never past the person's last message: a long answer is read from its begin. Who has
     scrolled up to read something earlier is left alone. */
  function append(node) {
    const isReadingAbove = log.scrollTop < scrolledTo - 40;
    log.append(node);
    if (node.classList.contains("own") || anchorNext) lastOwn = node;
    else if (isReadingAbove) return;
    anchorNext = false;
    log.scrollTop = Math.max(log.scrollTop, lastOwn ? lastOwn.offsetTop - 12 : 0);
    scrolledTo = log.scrollTop;
  }

  function showOwn(own) {
    append(bubbles.own(own));
  }

  function showAnswer(answer) {
    if (shown.has(answer.id) && answer.id !== 0) return;
    shown.add(answer.id);
    append(bubbles.answer(answer));
    if (answer.id === 0 || answer.id >= state.last) showContext(answer.context);
    state.last = Math.max(state.last, answer.id);
    saveState();
  }

  /* What the assistant goes by, each part with a button that removes it; the list of an answer replaces the one before.
     Whoever stood on a button that is gone goes on in the field. */
  function showContext(parts) {
    const hadFocus = context.contains(document.activeElement);
    context.querySelectorAll("button").forEach((button) => button.remove());
    parts.forEach(({ title, remove }) => {
      const button = Bubbles.make("button", "part", title);
      button.type = "button";
      button.setAttribute("aria-label", `${title} entfernen`);
      const cross = Bubbles.make("span", "cross", "×");
      cross.setAttribute("aria-hidden", "true");
      button.append(cross);
      button.addEventListener("click", () => sendNew({ payload: remove }, `${title} entfernen`));
      context.append(button);
    });
    context.hidden = parts.length === 0;
    if (hadFocus) field.focus();
  }

  function rate(answer, verdict) {
    if (state.ratings[answer.id] === verdict) return;
    sendNew({ payload: answer.feedback[verdict] }, "", { answer: answer.id, verdict });
  }

  function keepRating({ answer, verdict }) {
    state.ratings[answer] = verdict;
    const groups = log.querySelectorAll(`.rating[data-answer="${answer}"]`);
    if (groups.length) bubbles.showRating(groups[groups.length - 1]); // numbers begin again with a new conversation
  }

  function showProblem(text) {
    problem.textContent = text;
  }

  function setBusy(now) {
    busy = now;
    sendButton.setAttribute("aria-disabled", String(now));
    chat.classList.toggle("busy", now);
    activity.textContent = now ? "Der Ideenlotse schreibt …" : "";
    if (now || !sendsNext) return;
    sendsNext = false;
    if (!state.pending) submit();
  }

  // Sending

  /* `text` is what the person sees of their own message: nothing for the greeting and for a rating. */
  function sendNew(content, text, rating = null) {
    if (busy) return;
    if (state.pending) {
      showProblem("Ihre letzte Nachricht ist noch nicht angekommen. Bitte senden Sie sie zuerst noch einmal.");
      return;
    }
    const own = { messageId: newMessageId(), after: state.last, text };
    if (text) {
      state.own.push(own);
      showOwn(own);
    }
    state.pending = { messageId: own.messageId, content, rating };
    saveState();
    deliver();
  }

  /* Sends what is pending. The same message_id every time, so a repeat does nothing twice. */
  async function deliver(attempt = 1) {
    const pending = state.pending;
    const conversation = state.conversation;
    setBusy(true);
    showProblem("");
    removeRetry();
    try {
      const response = await fetch("/api/chat", {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify({ conversation, message_id: pending.messageId, ...pending.content }),
      });
      const body = await response.json();
      if (state.pending !== pending) return; // "Neu beginnen" came in between
      if (response.ok) receive(body);
      else refuse(response.status, body.error);
    } catch (error) {
      if (state.pending === pending) await tryAgain(attempt);
    } finally {
      if (state.pending === pending || state.pending === null) setBusy(false);
    }
  }

  /* A network that is away for a moment needs no click; after a few attempts the person decides. */
  async function tryAgain(attempt) {
    if (attempt >= ATTEMPTS) {
      offerRetry(`Die Verbindung ist unterbrochen. Telefonisch erreichen Sie uns unter ${phone}.`);
      return;
    }
    const pending = state.pending;
    await new Promise((resolve) => setTimeout(resolve, attempt * 1000));
    if (state.pending === pending) await deliver(attempt + 1);
  }

  function receive(reply) {
    const isNew = reply.conversation !== state.conversation;
    if (isNew) forgetConversation();
    if (state.pending.rating) {
      anchorNext = true;
      if (reply.messages.every((one) => one.outcome !== "TECHNICAL_PROBLEM")) keepRating(state.pending.rating);
    }
    state.pending = null;
    state.conversation = reply.conversation;
    reply.messages.forEach(showAnswer);
    if (reply.messages.some((answer) => answer.outcome === "MY_DATA_DELETED")) {
      conversationIsDeleted();
      return;
    }
    if (isNew) startStream(state.last);
    saveState();
  }

  function refuse(status, error) {
    if (status === 404 && error.code === "conversation_unknown") {
      beginAnewWithPending();
      return;
    }
    if (status === 429 || status >= 500) {
      offerRetry(error.message);
      return;
    }
    state.pending = null;
    saveState();
    showProblem(error.message);
  }

  /* The server does not know the conversation any more: the same message opens a new one. */
  function beginAnewWithPending() {
    const pending = state.pending;
    if (state.conversation === null) {
      offerRetry(`Das hat nicht geklappt. Telefonisch erreichen Sie uns unter ${phone}.`);
      return;
    }
    forgetConversation();
    if (pending.content.payload) {
      state.pending = { messageId: newMessageId(), content: { payload: "/gruss" } };
    }
    saveState();
    showProblem("Das alte Gespräch ist beendet. Es beginnt ein neues.");
    setTimeout(deliver, 0);
  }

  function offerRetry(text) {
    showProblem(text);
    const again = Bubbles.make("button", "retry", "Noch einmal senden");
    again.type = "button";
    again.id = "retry";
    again.addEventListener("click", () => { if (!busy) deliver(); });
    problem.after(again);
  }

  function removeRetry() {
    const again = element("retry");
    if (!again) return;
    if (document.activeElement === again) field.focus();
    again.remove();
  }

  // The conversation as a whole

  function startStream(after) {
    stopStream();
    stream = new AnswerStream(state.conversation, after, { onAnswer: showInOrder, onUnknown: conversationIsGone });
  }

  function stopStream() {
    if (stream) stream.stop();
    stream = null;
  }

  /* What is shown stays; numbers begin again with the next conversation. */
  function forgetConversation() {
    stopStream();
    state.conversation = null;
    state.last = 0;
    state.ratings = {};
    log.querySelectorAll(".rating").forEach((group) => group.remove()); // nothing of an ended conversation can be rated
    shown = new Set();
    showContext([]);
    state.own.forEach((own) => { own.after = 0; });
  }

  function conversationIsGone() {
    if (log.childElementCount === 0) begin();
    else forgetConversation();
  }

  /* After a reload the server tells only what it said; the person's own messages come from the storage, in between. */
  let waitingOwn = [];

  function showInOrder(answer) {
    while (waitingOwn.length && waitingOwn[0].after < answer.id) showOwn(waitingOwn.shift());
    showAnswer(answer);
    if (answer.id >= lastBeforeReload) waitingOwn.splice(0).forEach(showOwn);
  }

  let lastBeforeReload = 0;

  function resume() {
    lastBeforeReload = state.last;
    waitingOwn = state.own.slice();
    if (!lastBeforeReload) waitingOwn.splice(0).forEach(showOwn);
    startStream(0);
    if (state.pending) deliver();
  }

  function begin() {
    clear();
    sendNew({ payload: "/gruss" }, "");
  }

  function clear() {
    stopStream();
    state = emptyState();
    shown = new Set();
    waitingOwn = [];
    lastBeforeReload = 0;
    log.replaceChildren();
    showContext([]);
    lastOwn = null;
    scrolledTo = 0;
    removeRetry();
    showProblem("");
    sendsNext = false;
    setBusy(false);
  }

  /* Nothing of it stays on the screen or in the storage but the last word, which is stored nowhere. */
  function conversationIsDeleted() {
    clear();
    saveState();
    showAnswer({ id: 0, lang: "de", buttons: [], links: [], attachments: [], context: [],
      text: "Das Gespräch ist gelöscht, auch in diesem Browser. Wenn Sie schreiben, beginnt ein neues." });
    field.focus();
  }

  const myData = new MyData({
    conversation: () => state.conversation,
    ask: (text) => sendNew({ text }, text),
    deleted: conversationIsDeleted,
  });

  const bubbles = new Bubbles({
    send: sendNew,
    rate,
    ratingOf: (id) => state.ratings[id],
    download: (format) => myData.download(format, showProblem),
  });

  function submit() {
    const text = field.value;
    if (busy) {
      sendsNext = Boolean(text.trim());
      if (sendsNext) activity.textContent = "Der Ideenlotse schreibt noch. Ihre Nachricht geht danach ab.";
      return;
    }
    if (!text.trim()) {
      showProblem("Bitte schreiben Sie zuerst Ihre Frage.");
      field.focus();
      return;
    }
    if ([...text].length > MAXIMUM_LENGTH) {
      showProblem("Die Nachricht ist zu lang. Bitte kürzen Sie sie auf höchstens 20.000 Zeichen.");
      return;
    }
    if (!state.pending) field.value = "";
    sendNew({ text }, text.trim());
  }

  composer.addEventListener("submit", (event) => {
    event.preventDefault();
    submit();
  });
  field.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      submit();
    }
  });
  field.addEventListener("input", () => { sendsNext = false; }); // whoever writes on has not finished
  element("restart").addEventListener("click", () => {
    begin();
    field.focus();
  });

  composer.hidden = false;
  element("restart").hidden = false;
  if (state.conversation) resume();
  else if (state.pending) {
    state.own.forEach(showOwn);
    deliver();
  } else begin();
})();

// Looks words up in the index beside the pages. Its parts are scripts, because a browser loads
// scripts, but nothing else, for a page that is opened from a folder.
"use strict";

const ENTRIES_IN_A_FILE = 200;
const SHORTEST_WORD = 2;
const MOST_SHOWN = 50;
// Entries whose words are looked at to find a phrase
const MOST_TRIED = 2000;
// What is listed first among entries that have all the words
const KINDS = ["Page", "Council", "Person", "Programme", "Meeting", "Decision", "Action", "Agenda", "Paper"];

const root = document.documentElement.dataset.root;
const box = document.getElementById("q");
const state = document.getElementById("state");
const list = document.getElementById("results");
const loaded = new Map();
const shelves = new Map();
const files = new Map();
let known = new Set();

// The parts call these.
globalThis.boardpapers = {
  shelves: (names) => { known = new Set(names); },
  words: (name, words) => shelves.set(name, words),
  entries: (number, entries) => files.set(number, entries),
};

function load(name) {
  if (!loaded.has(name)) {
    loaded.set(name, new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = `${root}search/${name}.js`;
      script.onload = resolve;
      script.onerror = () => reject(new Error(`${name} could not be loaded`));
      document.head.append(script);
    }));
  }
  return loaded.get(name);
}

function plain(text) {
  return text.normalize("NFKD").replace(/['’]/g, " ").replace(/[^\x00-\x7f]/g, "").toLowerCase();
}

function wordsOf(text) {
  return (plain(text).match(/[a-z0-9]+/g) || []).filter((word) => word.length >= SHORTEST_WORD);
}

// The numbers of the entries that have a word, or a longer word that begins with it.
async function having(word) {
  const shelf = word.slice(0, SHORTEST_WORD);
  if (!known.has(shelf)) {
    return new Map();
  }
  await load(`words-${shelf}`);
  const found = new Map();
  for (const [each, numbers] of Object.entries(shelves.get(shelf))) {
    if (each.startsWith(word)) {
      let number = 0;
      for (const step of numbers) {
        number += step;
        found.set(number, Math.max(found.get(number) || 0, each === word ? 2 : 1));
      }
    }
  }
  return found;
}

async function entry(number) {
  const file = Math.floor(number / ENTRIES_IN_A_FILE);
  await load(`entries-${file}`);
  return files.get(file)[number % ENTRIES_IN_A_FILE];
}

async function find(query) {
  await load("shelves");
  const phrases = [...query.matchAll(/"([^"]+)"/g)].map((match) => wordsOf(match[1]).join(" "));
  const words = [...new Set(wordsOf(query))];
  if (!words.length) {
    return { words, hits: [], all: 0 };
  }
  const maps = await Promise.all(words.map(having));
  maps.sort((one, other) => one.size - other.size);
  let numbers = [...maps[0].keys()].filter((number) => maps.every((map) => map.has(number)));
  const score = (number) => maps.reduce((sum, map) => sum + map.get(number), 0);
  numbers.sort((one, other) => score(other) - score(one) || one - other);
  let hits = [];
  for (const number of numbers.slice(0, MOST_TRIED)) {
    const [kind, title, link, text] = await entry(number);
    const read = ` ${wordsOf(`${title} ${text}`).join(" ")} `;
    if (phrases.every((phrase) => read.includes(` ${phrase}`))) {
      const inTitle = words.filter((word) => wordsOf(title).includes(word)).length;
      const begins = plain(title).startsWith(words[0]) ? 1 : 0;
      const inARow = words.length > 1 && read.includes(` ${words.join(" ")}`) ? 3 : 0;
      hits.push({ kind, title, link, text, score: score(number) + inTitle + begins + inARow });
    }
  }
  const rank = (hit) => KINDS.indexOf(hit.kind);
  hits = hits.map((hit, place) => ({ ...hit, place }));
  hits.sort((one, other) => other.score - one.score || rank(one) - rank(other) || one.place - other.place);
  const isCut = phrases.length > 0 && numbers.length > MOST_TRIED;
  return { words, hits, all: phrases.length ? hits.length : numbers.length, isCut };
}

// Appends a text with the words that were looked for marked.
function marked(parent, text, words) {
  const start = placeOfMost(text, words);
  const from = start > 120 ? start - 80 : 0;
  const cut = text.slice(from, from + 340);
  const whole = from + 340 >= text.length ? cut : `${cut.replace(/\S*$/, "")}…`;
  const shown = from ? `… ${whole.replace(/^\S*\s/, "")}` : whole;
  for (const part of shown.split(/([\p{L}\p{N}]+)/u)) {
    if (words.some((word) => plain(part).startsWith(word))) {
      const mark = document.createElement("mark");
      mark.textContent = part;
      parent.append(mark);
    } else {
      parent.append(part);
    }
  }
}

// Where in a text the most different words are near each other.
function placeOfMost(text, words) {
  const places = [];
  for (const match of text.matchAll(/[\p{L}\p{N}]+/gu)) {
    const word = words.find((each) => plain(match[0]).startsWith(each));
    if (word) {
      places.push([match.index, word]);
    }
  }
  let best = [0, 0];
  for (const [start] of places) {
    const near = new Set(places.filter(([place]) => place >= start && place < start + 200).map(([, word]) => word));
    if (near.size > best[0]) {
      best = [near.size, start];
    }
  }
  return best[1];
}

function show({ words, hits, all, isCut }) {
  list.replaceChildren();
  for (const hit of hits.slice(0, MOST_SHOWN)) {
    const item = document.createElement("li");
    const link = document.createElement("a");
    link.href = root + hit.link;
    marked(link, hit.title, words);
    const kind = document.createElement("span");
    kind.className = "of";
    kind.textContent = ` ${hit.kind}`;
    item.append(link, kind);
    if (hit.text) {
      const text = document.createElement("p");
      marked(text, hit.text, words);
      item.append(text);
    }
    list.append(item);
  }
  const more = all > MOST_SHOWN ? `, the first ${MOST_SHOWN} of them below. One more word narrows them` : "";
  const count = all === 1 ? "1 entry has" : `${isCut ? "At least " : ""}${all} entries have`;
  state.textContent = words.length ? `${count} these words${more}.` : "Type a word of two letters or more.";
}

async function search(query) {
  state.textContent = "Searching …";
  try {
    show(await find(query));
  } catch (error) {
    state.textContent = `The index is incomplete: ${error.message}. Copy the whole folder of the site, not only some of its pages.`;
  }
}

const asked = new URLSearchParams(location.search).get("q");
if (asked) {
  box.value = asked;
  search(asked);
}
document.querySelector("form.search").addEventListener("submit", (event) => {
  event.preventDefault();
  history.replaceState(null, "", `?q=${encodeURIComponent(box.value)}`);
  search(box.value);
});

import { expect, test } from "vitest";
import { TOPIC_NAMES, TOPICS, topicNamed } from "../../shared/text/learn-topics.ts";

test("a topic has at most 200 words", () => {
  for (const name of TOPIC_NAMES) {
    const words = TOPICS[name].paragraphs.join(" ").split(/\s+/);
    expect(words.length, name).toBeLessThanOrEqual(200);
    expect(words.length, name).toBeGreaterThan(60);
  }
});

test("a topic is found by its name, and nothing by another", () => {
  expect(topicNamed("usual-range")?.topic.title).toBe("Usual range");
  expect(topicNamed("constructor")).toBeNull();
});

test("no banned word stands where a reader meets it first", () => {
  for (const name of TOPIC_NAMES) {
    expect(TOPICS[name].paragraphs.join(" "), name).not.toMatch(/\b(UCL|LCL|sigma|RAG|null|undefined|NaN|object)\b/);
  }
});

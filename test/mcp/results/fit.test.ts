import { countTokens } from "gpt-tokenizer/encoding/o200k_base";
import { MOST_TOKENS, resultOf } from "../../../src/mcp/results";
import { textOf } from "../clients";
import { HARD } from "./hard";

const call = {
  tool: "list_messages",
  takes: ["limit", "cursor", "fields"],
  uri: "gorgias://x",
  readOnly: true,
};

// biome-ignore lint/suspicious/noExplicitAny: what comes back is read as a client reads it
type Answered = any;

function answerTo(data: unknown, also: Partial<typeof call & { isWhole: boolean }> = {}): Answered {
  const result = resultOf({ data }, { ...call, ...also });
  expect(JSON.parse(textOf(result))).toEqual(result.structuredContent);
  expect(countTokens(textOf(result))).toBeLessThanOrEqual(MOST_TOKENS);
  return result.structuredContent;
}

const repeated = (text: string, length: number) =>
  text.repeat(Math.ceil(length / text.length)).slice(0, length);

const items = (count: number, also: object = {}) =>
  Array.from({ length: count }, (_, index) => ({
    id: 153_006_867 + index,
    subject: "Where is my order?",
    ...also,
  }));

const page = (data: readonly unknown[]) => ({
  object: "list",
  uri: "/api/messages",
  data,
  meta: { prev_cursor: null, next_cursor: "WyJuZXh0Il0=" },
});

it("what fits is answered as it is", () => {
  const whole = page(items(20));
  expect(answerTo(whole)).toEqual(whole);
});

it("a bare list stands under data", () => {
  expect(answerTo([1, 2])).toEqual({ data: [1, 2] });
});

describe.each(Object.entries(HARD))("with %s in it", (_, text) => {
  it("a list of long texts keeps every item, or says how many it has", () => {
    const { data, left_out } = answerTo(page(items(30, { body_html: repeated(text, 30_000) })));
    expect(left_out).toMatch(/^(\d+ of 30 items are here|Long texts end with)/);
    expect(left_out).toContain("list_messages again");
    expect(data.length).toBeGreaterThan(5);
    expect(data[0].body_html).toMatch(/… \[\d\d,\d{3} more characters\]$/);
    expect(data.at(-1)).toMatchObject({
      id: 153_006_866 + data.length,
      subject: expect.any(String),
    });
  });

  it("one text that is too long is cut, and can be read on", () => {
    const whole = repeated(text, 200_000);
    const { id, body_html, left_out } = answerTo({ id: 7, body_html: whole });
    expect(id).toBe(7);
    const [, start = "", more = ""] = /^(.*)… \[([\d,]+) more characters\]$/s.exec(body_html) ?? [];
    expect(whole.startsWith(start)).toBe(true);
    expect(start.length + Number(more.replace(/,/g, ""))).toBe(whole.length);
    expect(left_out).toContain(`fields: ["body_html[${start.length}:]"]`);
  });
});

it("a text is read to its end by what each answer says", () => {
  const whole = repeated(HARD.prose ?? "", 200_000);
  let read = "";
  let fields: string[] = [];
  for (let calls = 0; calls < 10; calls++) {
    const { structuredContent } = resultOf({ data: { id: 7, body: whole } }, { ...call, fields });
    const { body, left_out } = structuredContent as Answered;
    read += body.replace(/… \[[\d,]+ more characters\]$/, "");
    const next = /fields: \["(.+?)"\]/.exec(left_out ?? "")?.[1];
    if (next === undefined) {
      break;
    }
    fields = [next];
  }
  expect(read).toBe(whole);
});

it("items go at the end of a list, and a call with that limit gives those items and no fewer", () => {
  const answered = answerTo(page(items(100, { note: repeated(HARD.base64 ?? "", 900) })));
  const { data, meta, left_out } = answered;
  expect(Object.keys(answered)).toEqual(["left_out", "object", "uri", "data", "meta"]);
  expect(data.length).toBeGreaterThan(10);
  expect(data.length).toBeLessThan(100);
  expect(meta).toEqual({ prev_cursor: null });
  expect(left_out).toBe(
    `${data.length} of 100 items are here. meta.next_cursor is left out, because it would skip the others: call list_messages again with the same arguments and limit: ${data.length}, and go on from the cursor that it answers. With fewer fields (the argument fields) more items fit.`,
  );
  const again = page(items(data.length, { note: repeated(HARD.base64 ?? "", 900) }));
  expect(answerTo(again)).toEqual(again);
});

it("a list that was read whole says so, and how to read it in pages", () => {
  const { data, left_out } = answerTo(page(items(5_000)), { isWhole: true });
  expect(data.length).toBeGreaterThan(100);
  expect(left_out).toMatch(
    /^All 5,000 items were read, and the first \d{3} fit\. Call list_messages without fetchAll and with limit: 100/,
  );
});

it("a tool that takes no limit says what else helps", () => {
  const { left_out } = answerTo({ data: items(5_000) }, { takes: ["query"] });
  expect(left_out).toMatch(
    /^\d+ of 5,000 items are here\. Narrow the call down to get the others\.$/,
  );
});

it("a list within an object is cut by name, and what stands beside it stays", () => {
  const { messages, status, left_out } = answerTo({
    id: 7,
    messages: items(3_000),
    status: "open",
    meta: { note: "x" },
  });
  expect(status).toBe("open");
  expect(left_out).toBe(`messages has 3,000 items, and ${messages.length} of them are here.`);
});

it("one item that is too large alone is answered in part", () => {
  const { data, left_out } = answerTo(page([{ id: 7, messages: items(3_000) }, { id: 8 }]));
  expect(data).toHaveLength(1);
  expect(data[0].id).toBe(7);
  expect(left_out).toMatch(/^1 of 2 items are here\..*data\[0\]\.messages has 3,000 items/);
});

it("an object of very many keys keeps its first and its large ones share what is there", () => {
  const values = Object.fromEntries(items(20_000).map(({ id }) => [`field_${id}`, id]));
  const { custom_fields, id, left_out } = answerTo({ custom_fields: values, id: 7 });
  expect(id).toBe(7);
  expect(Object.keys(custom_fields).length).toBeGreaterThan(500);
  expect(left_out).toMatch(/^custom_fields has 20,000 keys, and [\d,]+ of them are here\.$/);
});

it.each([60, 20_000])("what is nested %i deep does no harm", (levels) => {
  const text = `${'{"a":['.repeat(levels)}1${"]}".repeat(levels)}`;
  expect(answerTo(JSON.parse(text)).left_out).toMatch(/is left out: it is nested too deep\.$/);
});

it("IDs and addresses are never cut in two", () => {
  const id = "gid-8f14e45fceea167a5a36dedd4bea2543".repeat(20);
  const { data } = answerTo(page(items(300, { external_id: id })));
  expect(new Set(data.map((one: Answered) => one.external_id))).toEqual(new Set([id]));
  const body = repeated(`order 1153006867-AB_7 `, 300_000);
  const [last] = answerTo({ id: 7, body }).body.match(/\S+(?=… \[)/) ?? [];
  expect([undefined, "order", "1153006867-AB_7"]).toContain(last);
});

it("no character is cut in two", () => {
  const { body } = answerTo({ id: 7, body: `a${"😀".repeat(100_000)}` });
  expect(body.isWellFormed?.() ?? !/[\ud800-\udbff](?![\udc00-\udfff])/.test(body)).toBe(true);
});

it("size makes it no slower: it looks at little more than what it keeps", () => {
  let looked = 0;
  const [item] = items(1);
  const endless = new Proxy(new Array(1_000_000).fill(item), {
    get(list, key, receiver) {
      looked += typeof key === "string" && /^\d+$/.test(key) ? 1 : 0;
      return Reflect.get(list, key, receiver);
    },
  });
  const { data } = answerTo(page(endless));
  expect(data.length).toBeGreaterThan(100);
  expect(looked).toBeLessThan(50 * data.length);
});

it("a text of fifty megabytes is cut like any other", () => {
  const body = "x".repeat(50_000_000);
  expect(answerTo({ id: 7, body }).left_out).toMatch(/^Long texts end/);
});

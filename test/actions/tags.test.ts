import { readFileSync } from "node:fs";
import path from "node:path";
import { failure, run } from "../support/steps";
import { gorgias, page, useWire } from "../support/wire";

useWire();

const filled = { name: "VIP", description: "Treated first." };

it("Create Tag sends the color within the decoration, however it is written", async () => {
  for (const [color, sent] of [
    ["#0693E3", "#0693E3"],
    [" 0693e3 ", "#0693e3"],
    ["#f0A", "#ff00AA"],
    [112233, "#112233"],
  ]) {
    gorgias()
      .post("/api/tags", { ...filled, decoration: { color: sent } })
      .reply(201, { id: 1 });
    await expect(run("createTag", { ...filled, color })).resolves.toEqual({ id: 1 });
  }
});

it.each(["red", "#12345", "1e3", "f0a", "#0693E3FF", 693])(
  "%j is no color, which is said before anything is sent",
  async (color) => {
    await expect(failure("createTag", { ...filled, color })).resolves.toMatchObject({
      message: `Color: expected a color such as #0693E3, got ${JSON.stringify(color)}.`,
    });
  },
);

it("Update Tag sends what was filled in and nothing else; Color wins over Decoration", async () => {
  gorgias().put("/api/tags/7", { name: "vip" }).reply(202, { id: 7 });
  await run("updateTag", { id: 7, name: "vip" });
  gorgias()
    .put("/api/tags/7", { decoration: { color: "#000000", icon: "star" } })
    .reply(202, { id: 7 });
  await run("updateTag", {
    id: 7,
    color: "000000",
    decoration: '{ "color": "#ffffff", "icon": "star" }',
  });
  gorgias().put("/api/tags/7", { description: null, decoration: null }).reply(202, { id: 7 });
  await run("updateTag", { id: 7, additionalFields: { description: null, decoration: null } });
});

it.each([{}, { color: null }])(
  "a decoration that says nothing, %j, is not sent",
  async (decoration) => {
    gorgias().post("/api/tags", { name: "VIP" }).reply(201, { id: 1 });
    await run("createTag", { name: "VIP", decoration });
  },
);

it.each(["list-tags", "list-ticket-tags"])(
  "a tag as it came back (%s) goes into Create and Update Tag",
  async (name) => {
    const file = path.join(__dirname, "..", "schemas", "recorded", `${name}.json`);
    const [tag] = JSON.parse(readFileSync(file, "utf8")).response.data;
    // A ticket's tags have a decoration without a color, which cannot be set.
    const decoration = tag.decoration.color && { decoration: { color: "#000000" } };
    gorgias()
      .post("/api/tags", { name: "VIP", ...decoration })
      .reply(201, {});
    gorgias()
      .put("/api/tags/1814131", { name: "VIP", ...decoration })
      .reply(202, {});
    await run("createTag", tag);
    await run("updateTag", tag);
  },
);

it("a name may have 256 characters and a description 1,024", async () => {
  const { message } = await failure("createTag", {
    name: "n".repeat(257),
    description: "d".repeat(1025),
  });
  expect(message).toBe(
    "Name: expected at most 256 characters, got 257.\nDescription: expected at most 1024 characters, got 1025.",
  );
});

it("List Tags sends an order that is a pair as one text", async () => {
  gorgias()
    .get("/api/tags?search=ship&order_by=usage%3Adesc%2Cname%3Adesc")
    .reply(200, page([{ id: 7 }]));
  await expect(
    run("listTags", { search: "ship", order_by: "usage:desc,name:desc" }),
  ).resolves.toEqual(page([{ id: 7 }]));
});

it("Delete Tag and Delete Tags answer what they deleted", async () => {
  gorgias().delete("/api/tags/7").reply(204);
  await expect(run("deleteTag", { id: 7 })).resolves.toEqual({ id: 7, deleted: true });
  gorgias()
    .delete("/api/tags", { ids: [7, 8] })
    .reply(204);
  await expect(run("deleteTags", { ids: "7, 8" })).resolves.toEqual({
    ids: [7, 8],
    deleted: true,
  });
});

describe("Merge Tags", () => {
  it("names the tag that stays in the path, and takes the others as an earlier step answered them", async () => {
    gorgias()
      .put("/api/tags/7/merge", { source_tags_ids: [8, 9] })
      .times(2)
      .reply(200, { id: 7, name: "vip" });
    const tags = [
      { id: 8, name: "Vip", decoration: {} },
      { id: "9", name: "V.I.P." },
    ];
    for (const source_tags_ids of [tags, JSON.stringify({ data: tags })]) {
      await expect(run("mergeTags", { destination_tag_id: 7, source_tags_ids })).resolves.toEqual({
        id: 7,
        name: "vip",
      });
    }
  });

  it("refuses to merge a tag into itself", async () => {
    await expect(
      failure("mergeTags", { destination_tag_id: "7", source_tags_ids: ["8", 7] }),
    ).resolves.toMatchObject({
      message: "Source Tags IDs: has 7 in it, the tag that is to stay as Destination Tag ID.",
    });
  });

  it("names an object without an id", async () => {
    await expect(
      failure("mergeTags", { destination_tag_id: 7, source_tags_ids: [{ name: "vip" }] }),
    ).resolves.toMatchObject({
      message: 'Source Tags IDs: expected a whole number from 1, got {"name":"vip"}.',
    });
  });
});

it("the name of a tag loses the spaces around it", async () => {
  gorgias().post("/api/tags", { name: "VIP" }).reply(201, { id: 7 });
  await run("createTag", { name: " VIP " });
  gorgias().put("/api/tags/7", { name: "VIP" }).reply(202, { id: 7 });
  await run("updateTag", { id: 7, name: "VIP\u200b" });
});

it("Merge Tags answers the ID of the tag that stays where Gorgias answers nothing", async () => {
  gorgias()
    .put("/api/tags/7/merge", { source_tags_ids: [8] })
    .reply(204);
  await expect(run("mergeTags", { destination_tag_id: 7, source_tags_ids: 8 })).resolves.toEqual({
    id: 7,
  });
});

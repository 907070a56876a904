import type { FileReference } from "../../../workbench/messages";
import { type AsPage, action, openAsPage } from "./asPage";

let page: AsPage;

beforeAll(async () => {
  page = await openAsPage({ sandbox: { tickets: 1, rateLimit: false } });
});

afterAll(() => page.close());

it("is taken from the page, sent to Gorgias, and given back for this page alone to show", async () => {
  const stored = await page.send("POST", "files?name=note.txt", Buffer.from("Hello"), {
    "content-type": "text/plain",
  });
  const file: FileReference = await stored.json();
  expect(file).toMatchObject({ name: "note.txt", contentType: "text/plain", size: 5 });
  const sent = await page.run(action("uploadFiles", { file }));
  expect(sent.status).toBe("succeeded");
  const [{ url: attachmentUrl }] = await page.ask<[{ url: string }]>(
    "GET",
    `runs/${sent.id}/answer`,
  );
  const { id } = await page.run(action("downloadFile", { attachmentUrl }));
  const answer = await page.send("GET", `runs/${id}/answer`);
  expect(await answer.text()).toBe("Hello");
  expect(answer.headers.get("x-frame-options")).toBe("SAMEORIGIN");
});

it("that is gone is to be chosen again", async () => {
  const gone = { file: "gone", name: "note.txt", contentType: "text/plain", size: 5 };
  expect(await page.run(action("uploadFiles", { file: gone }))).toMatchObject({
    status: "refused",
    failure: {
      refusals: [{ input: "file", message: expect.stringContaining("Choose it again") }],
    },
  });
});

import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { launchChromium } from "./support/chromium";
import { inSandbox } from "./support/sandbox";
import { useWorkbench } from "./support/workbench";

const open = useWorkbench();

test("another page in the same browser can neither read from the workbench nor write to it", async () => {
  const { page, workbench } = await open();
  const url = new URL(workbench.url);
  const stranger = createServer((_, response) => response.end("<title>Another page</title>"));
  await new Promise<void>((listening) => stranger.listen(0, "127.0.0.1", listening));
  const browser = await launchChromium();
  try {
    const other = await browser.newPage();
    await other.goto(`http://127.0.0.1:${(stranger.address() as AddressInfo).port}/`);
    const outcomes = await other.evaluate(
      async ({ withToken, without }) => {
        const asked = [
          [`${without}api/account`, {}],
          [`${withToken}api/account`, {}],
          [
            `${withToken}api/runs`,
            {
              method: "POST",
              mode: "no-cors",
              body: '{"kind":"actions","key":"createTag","inputs":{"name":"stranger"}}',
            },
          ],
        ] as const;
        return Promise.all(
          asked.map(([address, options]) =>
            fetch(address, options).then(
              ({ type, status }) => `${type} ${status}`,
              ({ name }: Error) => name,
            ),
          ),
        );
      },
      { withToken: workbench.url, without: `${url.origin}/` },
    );
    expect(outcomes).toEqual(["TypeError", "TypeError", expect.not.stringContaining("200")]);
    expect(JSON.stringify(await inSandbox("tags?limit=100"))).not.toContain("stranger");
    expect(await (await page.request.get(`${workbench.url}api/runs`)).json()).toEqual(
      expect.not.arrayContaining([expect.objectContaining({ key: "createTag" })]),
    );
  } finally {
    await browser.close();
    await new Promise((closed) => stranger.close(closed));
  }
});

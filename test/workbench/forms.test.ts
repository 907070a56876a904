import { component, useWorkbench } from "./support/workbench";

const open = useWorkbench();

/** What the page shows of an input. */
interface Shown {
  readonly label: string;
  readonly hasStar: boolean;
}

/** What the component defines, by the address of its form. */
function definedForms(): Map<string, { label: string; inputs: Shown[] }> {
  const { actions, triggers, dataSources, connections } = component();
  const kinds = { actions, triggers, pickLists: dataSources };
  const steps = Object.entries(kinds).flatMap(([kind, all]) =>
    Object.values(all ?? {}).map((step) => [`${kind}/${step.key}`, step.display.label, step.inputs] as const),
  );
  const ways = (connections ?? []).map(
    ({ key, display, inputs }) => [`connections/${key}`, display?.label ?? key, inputs] as const,
  );
  return new Map(
    [...steps, ...ways].map(([address, label, inputs]) => [
      address,
      {
        label,
        inputs: inputs
          .filter(({ type, shown }) => type !== "connection" && shown !== false)
          .map(({ label = "", required = false }) => ({ label: `${label}`, hasStar: Boolean(required) })),
      },
    ]),
  );
}

test("every action, trigger, pick list and connection has a form with each input's label, star and control", async () => {
  const { page } = await open();
  const wrong: unknown[] = [];
  for (const [address, { label, inputs }] of definedForms()) {
    await page.evaluate((to) => {
      location.hash = to;
    }, `#/${address}`);
    const form = page.getByRole("form", { name: label, exact: true });
    await form.waitFor();
    const labels = await form.evaluate((element) =>
      [...element.querySelectorAll("label, legend")].map(({ textContent }) => textContent.trim()),
    );
    const snapshot = await form.ariaSnapshot();
    for (const input of inputs) {
      const isLabelled = labels.includes(input.hasStar ? `${input.label} *` : input.label);
      const hasControl = snapshot.includes(` "${input.label}"`);
      if (!isLabelled || !hasControl) {
        wrong.push({ address, ...input, isLabelled, hasControl });
      }
    }
  }
  expect(wrong).toEqual([]);
});

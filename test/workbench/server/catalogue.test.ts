import type { Catalogue, Step } from "../../../workbench/messages";
import { type AsPage, openAsPage } from "./asPage";

let page: AsPage;
let catalogue: Catalogue;

beforeAll(async () => {
  page = await openAsPage({ sandbox: { tickets: 1 } });
  catalogue = await page.ask<Catalogue>("GET", "catalogue");
});

afterAll(() => page.close());

/** What one of the steps is told to be. */
function step(kind: "actions" | "connections", key: string): Step | undefined {
  const steps =
    kind === "actions" ? catalogue.actions.flatMap((group) => group.steps) : catalogue.connections;
  return steps.find((one) => one.key === key);
}

it("marks the actions that most flows use, and those whose directions are a warning", () => {
  expect(step("actions", "updateTicket")).toMatchObject({
    isImportant: true,
    isCareful: true,
    directions: expect.any(String),
  });
  expect(step("actions", "createTicket")).toMatchObject({ isImportant: true });
  expect(step("actions", "createTicket")).not.toHaveProperty("isCareful");
  expect(step("actions", "listTags")).not.toHaveProperty("isImportant");
});

it("says of a connection that a person signs in to what takes the place of that here", () => {
  expect(step("connections", "gorgias-oauth2")).toMatchObject({
    directions: expect.stringContaining("Access Token"),
    inputs: expect.arrayContaining([
      expect.objectContaining({ key: "accessToken", type: "password", required: true }),
    ]),
  });
  const withKey = step("connections", "gorgias-api-key");
  expect(withKey?.inputs.map(({ key }) => key)).toEqual(["domain", "username", "apiKey"]);
  expect(withKey).not.toHaveProperty("directions");
});

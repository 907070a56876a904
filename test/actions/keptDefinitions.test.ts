import { createHarness } from "@prismatic-io/spectral/dist/testing";
import component from "../../src";
import { definition, isDefined, kinds, mayNotBeRead, takes } from "../support/customFields";
import nock from "../support/nock";
import { connection, connectionTo, newLog } from "../support/steps";
import { useWire } from "../support/wire";

useWire();

const colour = definition(51, "Colour", kinds.dropdown("Blue", "Red"));
const size = definition(52, "Size", kinds.between("20", 60));
const note = definition(51, "Note", kinds.text);

describe("the definition of a field is read once in an execution", () => {
  /** Runs steps of one execution: what each of them keeps, the later ones get. */
  function execution() {
    const harness = createHarness(component);
    let executionState: object = { "some other step's": ["list"] };
    return async (value: unknown, over: object = {}) => {
      const inputs = { connection, ticket_id: 7, id: 51, value, ...over };
      const context = { logger: newLog().logger, executionState: { ...executionState } };
      const result = await harness.action("updateTicketCustomField", inputs, context);
      executionState = (result as { executionState?: object }).executionState ?? executionState;
      expect(executionState).toHaveProperty("some other step's", ["list"]);
    };
  }

  it("by whichever step needs it first, whatever else is kept there", async () => {
    const step = execution();
    isDefined(colour);
    for (const value of ["Red", "Blue", "Red"]) {
      takes("tickets/7/custom-fields/51", value);
      await step(value);
    }
    isDefined(size);
    takes("tickets/7/custom-fields/52", 42);
    await step("42", { id: 52 });
    takes("tickets/7/custom-fields/51", "Blue");
    await step("blue");
  });

  it("and again where it does not take a value, because it may have changed", async () => {
    const step = execution();
    isDefined(colour);
    takes("tickets/7/custom-fields/51", "Red");
    await step("Red");
    isDefined(definition(51, "Colour", kinds.dropdown("Blue", "Red", "Green")));
    takes("tickets/7/custom-fields/51", "Green");
    await step("Green");
    takes("tickets/7/custom-fields/51", "Green");
    await step("green");
    isDefined(colour);
    await expect(step("Pink")).rejects.toThrow("one of the choices of Colour (Blue, Red)");
  });

  it.each([null, { "gorgias https://acme.gorgias.com": { 51: {} } }])(
    "and is not believed to be kept where nothing is: %j",
    async (executionState) => {
      isDefined(colour);
      takes("tickets/7/custom-fields/51", "Red");
      const inputs = { connection, ticket_id: 7, id: 51, value: "red" };
      const context = { logger: newLog().logger, executionState };
      const harness = createHarness(component);
      await harness.action("updateTicketCustomField", inputs, context as object);
    },
  );

  it("and its refusal stands where it may not be read again", async () => {
    const step = execution();
    isDefined(colour);
    takes("tickets/7/custom-fields/51", "Red");
    await step("Red");
    mayNotBeRead(51);
    await expect(step("Pink")).rejects.toThrow("one of the choices of Colour (Blue, Red)");
  });

  it("and for each account by itself", async () => {
    const step = execution();
    isDefined(colour);
    takes("tickets/7/custom-fields/51", "Red");
    await step("Red");
    const other = nock("https://beta.gorgias.com");
    other.get("/api/custom-fields/51").reply(200, note);
    other.put("/api/tickets/7/custom-fields/51", '"red"').reply(200, {});
    await step("red", { connection: connectionTo("beta") });
  });
});

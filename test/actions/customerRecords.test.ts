import { actions } from "../../src/actions";
import { failure, run } from "../support/steps";
import { gorgias, useWire } from "../support/wire";

useWire();

describe("Delete Customers", () => {
  it("sends the IDs as a body and answers them", async () => {
    gorgias()
      .delete("/api/customers", { ids: [1, 2] })
      .reply(204);
    await expect(run("deleteCustomers", { ids: "1, 2" })).resolves.toEqual({
      ids: [1, 2],
      deleted: true,
    });
  });

  it.each([
    ["", "Customer IDs: this input is required and was left blank."],
    ["1,x", 'Customer IDs: expected a whole number from 1, got "x".'],
  ])("refuses %j", async (ids, message) => {
    await expect(failure("deleteCustomers", { ids })).resolves.toMatchObject({ message });
  });
});

describe("Merge Customers", () => {
  const form = {
    channels: [{ type: "phone", address: "+33" }],
    email: "jo@example.com",
    external_id: "C-1",
    language: "fr",
    name: "Jo",
    timezone: "Europe/Paris",
    note: "Kind.",
    meta: { tier: "gold" },
  };

  it("sends the two IDs as query parameters and the rest as a body", async () => {
    gorgias()
      .put("/api/customers/merge?source_id=1&target_id=2", { ...form, active: true })
      .reply(202, { id: 2 });
    await expect(
      run("mergeCustomers", {
        source_id: "1",
        target_id: "2",
        ...form,
        additionalFields: '{"active":true}',
      }),
    ).resolves.toEqual({ id: 2 });
  });

  it("has what Gorgias' reference lists in its form, and says that it may be ignored", () => {
    const inputs = actions.mergeCustomers?.inputs ?? {};
    const { source_id, target_id, additionalFields, ...others } = inputs;
    expect(Object.keys(others).sort()).toEqual(Object.keys(form).sort());
    expect(actions.mergeCustomers?.description).toMatch(
      /Gorgias may ignore what else is filled in/,
    );
    const told = Object.entries(others).filter(([, { display }]) =>
      display.comments?.includes("A merge was seen to leave it as it was"),
    );
    expect(told.map(([key]) => key)).toEqual(["name"]);
  });

  it("refuses to merge a customer with itself", async () => {
    await expect(failure("mergeCustomers", { source_id: 1, target_id: 1 })).resolves.toMatchObject({
      message: "Target ID: is the same customer as Source ID.",
    });
  });

  it("explains a conflict", async () => {
    gorgias().put("/api/customers/merge?source_id=1&target_id=2").reply(409);
    await expect(failure("mergeCustomers", { source_id: 1, target_id: 2 })).resolves.toMatchObject({
      message: expect.stringContaining("the two cannot be merged"),
    });
  });
});

describe("a customer's custom field values", () => {
  it("are listed", async () => {
    gorgias().get("/api/customers/1/custom-fields").reply(200, { data: [] });
    await expect(run("listCustomerCustomFieldsValues", { customer_id: 1 })).resolves.toEqual({
      data: [],
    });
  });

  it("one is deleted by its field's ID", async () => {
    gorgias().delete("/api/customers/1/custom-fields/51").reply(204);
    await expect(
      run("deleteCustomerCustomFieldValue", { customer_id: 1, id: 51 }),
    ).resolves.toEqual({ id: 51, deleted: true });
  });
});

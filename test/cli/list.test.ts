import { stripVTControlCharacters } from "node:util";
import { detailsOf } from "../../cli/list";
import component from "../../src";

const details = (key: string, width: number) => {
  const action = component.actions[key];
  return action ? stripVTControlCharacters(detailsOf(action, width)).split("\n") : [];
};

describe("what one action takes", () => {
  it.each(Object.keys(component.actions))("%s fits a screen of 80 columns", (key) => {
    // A word that is wider than the screen, such as an address, is not broken.
    const wide = details(key, 80).filter((line) => line.length > 80 && line.trim().includes(" "));
    expect(wide).toEqual([]);
  });

  it("stands there with its kind, default, choices and comments, and a star where it must be given", () => {
    const lines = details("listCustomFields", Number.POSITIVE_INFINITY);
    expect(lines[0]).toBe("listCustomFields  List Custom Fields");
    expect(lines).toContainEqual(
      expect.stringMatching(/^\* object_type {2}Object Type \(choice\)$/),
    );
    expect(lines).toContainEqual(expect.stringMatching(/^ {4}Choices: Ticket, Customer$/));
    expect(lines).toContainEqual(expect.stringMatching(/^ {2}limit {2}Limit \(text\)$/));
    expect(lines.at(-1)).toBe("* must be given");
    expect(details("updateTicket", 80).join("\n")).toContain("    Default: open\n");
    expect(lines.join("\n")).not.toMatch(/^..connection /m);
  });
});

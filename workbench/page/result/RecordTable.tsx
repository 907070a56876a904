import { Anchor, Spoiler, Table, Text } from "@mantine/core";
import { useState } from "react";
import type { JsonObject } from "../../../src/client/json";
import { cut, LONGEST_PROSE } from "./cut";
import { short } from "./short";
import { isNested } from "./treeOf";

/** The most characters of a text that is shown in one line. */
const LONG = 120;

/** Room for most names, and for a value beside one, in pixels. */
const NAME_WIDTH = 170;
const VALUE_WIDTH = 180;

/** A record with a line a field. What is nested stands there in short, and opens. */
export function RecordTable({
  record,
  open,
}: {
  readonly record: JsonObject;
  /** Opens what is nested. */
  readonly open: (title: string, value: unknown) => void;
}) {
  return (
    <Table
      role="table"
      display="block"
      fz="sm"
      verticalSpacing={4}
      tabularNums
      aria-label="Fields of the answer"
    >
      <Table.Tbody role="rowgroup" display="block">
        {Object.entries(record).map(([key, value]) => (
          // Where there is no room for both, the value stands under the name.
          <Table.Tr key={key} role="row" display="flex" style={{ flexWrap: "wrap" }}>
            <Table.Th
              role="rowheader"
              flex="0 1 36%"
              miw={NAME_WIDTH}
              style={{ overflowWrap: "anywhere" }}
            >
              {key}
            </Table.Th>
            <Table.Td
              role="cell"
              flex={`1 1 ${VALUE_WIDTH}px`}
              miw={0}
              style={{ overflowWrap: "anywhere" }}
            >
              <Value name={key} value={value} open={() => open(key, value)} />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function Value({
  name,
  value,
  open,
}: {
  readonly name: string;
  readonly value: unknown;
  readonly open: () => void;
}) {
  if (typeof value === "string" && (value.length > LONG || value.includes("\n"))) {
    return <LongText text={value} />;
  }
  return isNested(value) ? (
    <Anchor
      component="button"
      type="button"
      fz="sm"
      ta="start"
      aria-label={`Open ${name}: ${short(value)}`}
      onClick={open}
    >
      {short(value)}
    </Anchor>
  ) : (
    short(value)
  );
}

/** All of it is there once it is wanted. */
function LongText({ text }: { readonly text: string }) {
  const [isWhole, setWhole] = useState(false);
  return (
    <Spoiler
      maxHeight={110}
      expanded={isWhole}
      onExpandedChange={setWhole}
      showLabel="Show all"
      hideLabel="Show less"
      transitionDuration={0}
      styles={{ control: { fontSize: "inherit" } }}
    >
      <Text
        inherit
        style={{ whiteSpace: "pre-wrap" }}
        {...(text.length > LONGEST_PROSE && { ff: "monospace" })}
      >
        {isWhole ? cut(text) : text.slice(0, LONGEST_PROSE)}
      </Text>
    </Spoiler>
  );
}

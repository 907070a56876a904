import { Button, Checkbox, Group, Popover, ScrollArea, Stack, Table, Text } from "@mantine/core";
import { useMemo } from "react";
import { type TableComponents, TableVirtuoso } from "react-virtuoso";
import { counted } from "../../../cli/counted";
import type { List } from "../../../cli/shape";
import { type Column, cellOf, columnsOf, shownOf } from "./columns";
import { useListHeight } from "./listHeight";
import { chooseColumns, useLooks } from "./looks";
import { GROWS, Room } from "./Room";
import { short } from "./short";
import { useRows } from "./useRows";

const ROW_HEIGHT = 33;
/** The head, and a bar to scroll sideways. */
const AROUND = 52;

interface Context {
  readonly name: string;
  readonly total: number;
  readonly width: number;
  readonly rowProps: ReturnType<typeof useRows>["rowProps"];
}

/** Outside of what uses them: a table that gets other components is built anew. */
const COMPONENTS: TableComponents<unknown, Context> = {
  Table: ({ context: { name, total, width }, style, ...props }) => (
    <Table
      {...props}
      role="grid"
      aria-label={name}
      aria-rowcount={total + 1}
      layout="fixed"
      highlightOnHover
      tabularNums
      fz="sm"
      verticalSpacing={5}
      style={style}
      miw={`${width}ch`}
    />
  ),
  TableHead: ({ context: _, ...props }) => (
    <Table.Thead {...props} bg="var(--mantine-color-body)" />
  ),
  TableBody: ({ context: _, ...props }) => <Table.Tbody {...props} />,
  TableRow: ({ context: { rowProps }, item: _, ...props }) => {
    const index = props["data-index"];
    return (
      <Table.Tr
        {...props}
        {...rowProps(index)}
        aria-rowindex={index + 2}
        style={{ ...props.style, cursor: "pointer" }}
      />
    );
  },
};

/** A list as a table, however long it is: only the rows that can be seen are there. */
export function ListTable({
  list: { name, items },
  of,
  open,
}: {
  readonly list: List;
  /** The step that it came of: its lists have the columns that were chosen before. */
  readonly of: string;
  /** Opens an item. */
  readonly open: (title: string, item: unknown) => void;
}) {
  const columns = useMemo(() => columnsOf(items), [items]);
  const place = `${of} ${name}`;
  const chosen = useLooks((looks) => looks.columns[place]);
  const shown = useMemo(() => shownOf(columns, items, chosen), [columns, items, chosen]);
  const height = useListHeight(items.length * ROW_HEIGHT, AROUND);
  const { list, rowProps } = useRows(items.length, (index) => {
    open(`${name === "Items" ? "Item" : name} ${index + 1} of ${items.length}`, items[index]);
  });
  return (
    <Stack gap={4} flex={GROWS}>
      <Group justify="space-between">
        <Text fz="sm" c="dimmed">
          {counted(items.length, "item")}. Enter or a click opens one.
        </Text>
        {columns.length > 1 && (
          <ColumnChoice
            columns={columns}
            shown={shown}
            choose={(keys) => chooseColumns(place, keys)}
          />
        )}
      </Group>
      <Room>
        <TableVirtuoso
          {...list}
          {...height}
          data={items}
          context={{
            name,
            total: items.length,
            width: shown.reduce((sum, { width }) => sum + width, 0),
            rowProps,
          }}
          components={COMPONENTS}
          fixedHeaderContent={() => (
            <Table.Tr aria-rowindex={1}>
              {shown.map(({ key, width }) => (
                <Table.Th key={key} w={`${width}ch`} scope="col">
                  <Text inherit truncate title={key}>
                    {key || "value"}
                  </Text>
                </Table.Th>
              ))}
            </Table.Tr>
          )}
          itemContent={(_, item) =>
            shown.map(({ key }) => {
              const text = short(cellOf(item, key));
              return (
                <Table.Td key={key}>
                  <Text inherit truncate title={text}>
                    {text}
                  </Text>
                </Table.Td>
              );
            })
          }
        />
      </Room>
    </Stack>
  );
}

function ColumnChoice({
  columns,
  shown,
  choose,
}: {
  readonly columns: readonly Column[];
  readonly shown: readonly Column[];
  readonly choose: (keys: string[]) => void;
}) {
  return (
    <Popover position="bottom-end" trapFocus returnFocus shadow="md">
      <Popover.Target>
        <Button size="compact-xs" variant="default">
          Columns: {shown.length} of {columns.length}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label="Columns">
        <ScrollArea.Autosize mah={320} type="auto">
          <Checkbox.Group
            aria-label="Columns"
            value={shown.map(({ key }) => key)}
            onChange={choose}
          >
            <Stack gap={6} pe="md">
              {columns.map(({ key }) => (
                <Checkbox
                  key={key}
                  size="xs"
                  value={key}
                  label={key}
                  // One is left.
                  disabled={shown.length === 1 && shown[0]?.key === key}
                />
              ))}
            </Stack>
          </Checkbox.Group>
        </ScrollArea.Autosize>
      </Popover.Dropdown>
    </Popover>
  );
}

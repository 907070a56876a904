import "@mantine/core/styles.css";
import { MantineProvider, Table, Title } from "@mantine/core";
import { createRoot } from "react-dom/client";
import { TableVirtuoso } from "react-virtuoso";

/** How many rows to list: none, unless the page's address says `#10000`. */
const rows = Number(location.hash.slice(1));

/** What a page of the same tools costs that does nothing: `npm run bench:workbench` compares. */
function EmptyPage() {
  return (
    <MantineProvider>
      <Title order={1}>An empty page</Title>
      {rows > 0 && <List />}
    </MantineProvider>
  );
}

/** Rows of a few cells, and nothing in them but text. */
function List() {
  return (
    <TableVirtuoso
      style={{ height: 600 }}
      totalCount={rows}
      components={{ Table }}
      itemContent={(index) =>
        ["ID", "Subject", "Status", "Channel", "Created"].map((name) => (
          <Table.Td key={name}>
            {name} {index}
          </Table.Td>
        ))
      }
    />
  );
}

const root = document.getElementById("root");
if (root) {
  createRoot(root).render(<EmptyPage />);
}

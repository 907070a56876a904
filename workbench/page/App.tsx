import { Alert, Box, Center, Loader, Title, VisuallyHidden } from "@mantine/core";
import { NAME } from "./Header";
import { useCatalogue } from "./state/queries";
import { Workbench } from "./Workbench";

/** The page, once it knows what the connector has. */
export function App() {
  const { data: catalogue, error } = useCatalogue();
  if (error) {
    return (
      <Box component="main" p="md">
        <Title order={1} mb="md">
          {NAME}
        </Title>
        <Alert role="alert" color="red" title="The workbench cannot be shown">
          {error.message}
        </Alert>
      </Box>
    );
  }
  return catalogue ? (
    <Workbench catalogue={catalogue} />
  ) : (
    <Center component="main" h="100dvh">
      <Loader aria-hidden />
      <VisuallyHidden role="status">Loading the workbench…</VisuallyHidden>
    </Center>
  );
}

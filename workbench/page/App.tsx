import { Alert, Center, Loader } from "@mantine/core";
import { useCatalogue } from "./state/queries";
import { Workbench } from "./Workbench";

/** The page, once it knows what the connector has. */
export function App() {
  const { data: catalogue, error } = useCatalogue();
  if (error) {
    return (
      <Alert role="alert" color="red" title="The workbench cannot be shown" m="md">
        {error.message}
      </Alert>
    );
  }
  return catalogue ? (
    <Workbench catalogue={catalogue} />
  ) : (
    <Center h="100dvh">
      <Loader aria-label="Loading" />
    </Center>
  );
}

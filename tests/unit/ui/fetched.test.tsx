/** @jest-environment jsdom */
import { act, fireEvent, screen } from "@testing-library/react";
import type { ReactElement } from "react";
import { fetched } from "../../../src/ui";
import { renderUi } from "./render-ui";

function Greeting({ name }: { readonly name: string }): ReactElement {
  return <p>Hello {name}</p>;
}

/** Lets a fetch that has its answer come to the screen. */
async function arrive(): Promise<void> {
  await act(() => Promise.resolve());
}

describe("a part that is fetched when it is shown", () => {
  test("something stands in its place until it comes", async () => {
    const Part = fetched(() => Promise.resolve(Greeting), <p>On its way</p>);
    renderUi(<Part name="Amina" />);
    screen.getByText("On its way");
    await arrive();
    await arrive();
    screen.getByText("Hello Amina");
    expect(screen.queryByText("On its way")).toBeNull();
  });

  test("shown again, it is there at once and is not fetched twice", async () => {
    const load = jest.fn(() => Promise.resolve(Greeting));
    const Part = fetched(load, null);
    const { unmount } = renderUi(<Part name="Amina" />);
    await arrive();
    screen.getByText("Hello Amina");
    unmount();
    renderUi(<Part name="Bola" />);
    screen.getByText("Hello Bola");
    expect(load).toHaveBeenCalledTimes(1);
  });

  test("without a network it says so, leaves the rest of the page, and can be tried again", async () => {
    const reported = jest.spyOn(console, "error").mockImplementation(() => undefined);
    const load = jest.fn<Promise<typeof Greeting>, []>(() => Promise.reject(new Error("no network")));
    const Part = fetched(load, null);
    renderUi(
      <>
        <p>The list</p>
        <Part name="Amina" />
      </>,
    );
    await arrive();
    screen.getByText("This part of the page could not be loaded");
    screen.getByText("The list");
    load.mockImplementation(() => Promise.resolve(Greeting));
    fireEvent.click(screen.getByRole("button", { name: "Try again" }));
    await arrive();
    await arrive();
    screen.getByText("Hello Amina");
    reported.mockRestore();
  });
});

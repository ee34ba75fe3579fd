/** @jest-environment jsdom */
import { fireEvent, screen } from "@testing-library/react";
import { teamsDarkTheme, teamsHighContrastTheme, teamsLightTheme } from "@fluentui/react-components";
import { FilterSentences, ownTokensByTheme, RagMark, StatusTag, themeNameFrom, type ThemeName } from "../../../src/ui";
import { renderUi } from "./render-ui";

function luminance(hex: string): number {
  const channel = (at: number): number => {
    const value = parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}

function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

const fluent = { default: teamsLightTheme, dark: teamsDarkTheme, contrast: teamsHighContrastTheme };
const themes: readonly ThemeName[] = ["default", "dark", "contrast"];

test.each(themes)("in the %s theme every RAG shape stands out from every row background", (theme) => {
  const own = ownTokensByTheme[theme];
  const { colorNeutralBackground1, colorNeutralBackground3, colorBrandBackground2 } = fluent[theme];
  for (const shape of [own.ragRedShape, own.ragAmberShape, own.ragGreenShape, own.ragNotRatedShape]) {
    for (const background of [colorNeutralBackground1, colorNeutralBackground3, colorBrandBackground2]) {
      expect(contrast(shape, background)).toBeGreaterThanOrEqual(3);
    }
  }
});

test.each(themes)("in the %s theme every heat-map letter can be read on its colour", (theme) => {
  const own = ownTokensByTheme[theme];
  const pairs = [
    [own.ragRedFill, own.ragRedInk],
    [own.ragAmberFill, own.ragAmberInk],
    [own.ragGreenFill, own.ragGreenInk],
    [own.ragNotRatedFill, own.ragNotRatedInk],
  ] as const;
  for (const [fill, ink] of pairs) expect(contrast(fill, ink)).toBeGreaterThanOrEqual(4.5);
});

test("Teams' glass theme is dark, and an unknown one is light", () => {
  expect(themeNameFrom("glass")).toBe("dark");
  expect(themeNameFrom("contrast")).toBe("contrast");
  expect(themeNameFrom("sepia")).toBe("default");
  expect(themeNameFrom(undefined)).toBe("default");
});

test("a RAG is a word as well as a shape, and a compact one still says its word", () => {
  renderUi(
    <>
      <RagMark rag="amber" />
      <RagMark rag="red" isCompact />
      <RagMark rag="red" words="16 Extreme" />
      <StatusTag words="Open" tone="info" />
    </>,
  );
  expect(screen.getByText("Amber").querySelector("svg")).not.toBeNull();
  expect(screen.getByText("Red")).toBeTruthy();
  expect(screen.getByText("R").getAttribute("aria-hidden")).toBe("true");
  expect(screen.getByText("16 Extreme")).toBeTruthy();
  expect(screen.getByText("Open")).toBeTruthy();
});

test("filters are sentences that can be taken away one by one", () => {
  const onRemove = jest.fn();
  renderUi(
    <FilterSentences
      filters={[
        { id: "status", sentence: "Status is Open", onRemove },
        { id: "mine", sentence: "My projects" },
      ]}
      count="12 of 143 items"
    />,
  );
  fireEvent.click(screen.getByRole("button", { name: "Remove filter: Status is Open" }));
  expect(onRemove).toHaveBeenCalledTimes(1);
  expect(screen.queryByRole("button", { name: "Remove filter: My projects" })).toBeNull();
  expect(screen.getByRole("status").textContent).toBe("12 of 143 items");
});

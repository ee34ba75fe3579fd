/** @jest-environment jsdom */
import { fireEvent, screen } from "@testing-library/react";
import { useState, type ReactElement } from "react";
import { parseIsoDate, type CalendarDate } from "../../../src/kernel";
import { ChoiceField, ComboSearch, DateField, ErrorSummary, LongTextField, MoneyField, readWholeNumber, TextField, YesNoField } from "../../../src/ui";
import { focusOn, renderUi } from "./render-ui";

function day(text: string): CalendarDate {
  const date = parseIsoDate(text);
  if (date === undefined) throw new Error(`no such day: ${text}`);
  return date;
}

const ignore = (): void => undefined;

describe("the error summary", () => {
  const problems = [{ fieldId: "owner", says: "Enter the owner" }];
  const form = (shown: typeof problems): ReactElement => (
    <>
      <ErrorSummary problems={shown} />
      <TextField id="owner" label="Owner" value="" onChange={ignore} problem={shown[0]?.says} />
    </>
  );

  test("it takes focus when it appears, and again when saving is tried again", () => {
    const { rerender } = renderUi(form([]));
    expect(screen.queryByText("There is a problem")).toBeNull();
    rerender(form(problems));
    const summary = screen.getByRole("alert", { name: "There is a problem" });
    expect(document.activeElement).toBe(summary);
    focusOn(screen.getByRole("textbox"));
    rerender(form([...problems]));
    expect(document.activeElement).toBe(summary);
  });

  test("its link leads to the field, without touching the address", () => {
    renderUi(form(problems));
    const isFollowed = fireEvent.click(screen.getByRole("link", { name: "Enter the owner" }));
    expect(document.activeElement).toBe(screen.getByRole("textbox", { name: "Owner" }));
    expect(isFollowed).toBe(false);
  });

  test("the field says the same words, is marked, and does not shout a second time", () => {
    renderUi(form(problems));
    const field = screen.getByRole("textbox", { name: "Owner" });
    expect(field.getAttribute("aria-invalid")).toBe("true");
    expect(screen.getAllByText("Enter the owner").length).toBe(2);
    expect(screen.getAllByRole("alert").length).toBe(1);
  });
});

describe("text and numbers", () => {
  test("the counter of a long text appears near the limit and never cuts off", () => {
    const field = (value: string): ReactElement => <LongTextField id="cause" label="Cause" value={value} onChange={ignore} limit={100} />;
    const { rerender } = renderUi(field("a".repeat(50)));
    expect(screen.getByRole("status").textContent).toBe("");
    rerender(field("a".repeat(95)));
    expect(screen.getByRole("status").textContent).toBe("You have 5 characters left");
    rerender(field("a".repeat(101)));
    expect(screen.getByRole("status").textContent).toBe("You have 1 character too many");
    expect(screen.getByRole<HTMLTextAreaElement>("textbox").value.length).toBe(101);
  });

  test("money keeps exactly what was typed", () => {
    const onChange = jest.fn();
    renderUi(<MoneyField id="cost" label="Cost" value="" onChange={onChange} />);
    fireEvent.change(screen.getByRole("textbox", { name: "Cost" }), { target: { value: "£1,234.5" } });
    expect(onChange).toHaveBeenCalledWith("£1,234.5");
  });

  test.each([
    ["1,234", 1234],
    [" £ 12 ", 12],
    ["\u200b7", 7],
    ["–3", -3],
    ["4.0", 4],
    ["4.5", undefined],
    ["four", undefined],
    ["", undefined],
    ["99999999999999999999", undefined],
  ])("a whole number written as %j reads as %p", (text, value) => {
    expect(readWholeNumber(text)).toBe(value);
  });
});

describe("choices", () => {
  test("a value that is not among the choices stays in sight", () => {
    renderUi(<ChoiceField id="status" label="Status" value="Parked" onChange={ignore} choices={[{ value: "Open", label: "Open" }]} />);
    expect(screen.getByRole<HTMLSelectElement>("combobox", { name: "Status" }).value).toBe("Parked");
  });

  test("an unanswered question shows no answer", () => {
    const onChange = jest.fn();
    renderUi(<YesNoField id="clinical" label="Clinical impact" value={undefined} onChange={onChange} />);
    expect(screen.getAllByRole<HTMLInputElement>("radio").some((radio) => radio.checked)).toBe(false);
    fireEvent.click(screen.getByRole("radio", { name: "No" }));
    expect(onChange).toHaveBeenCalledWith(false);
  });
});

describe("the date field", () => {
  function Due(): ReactElement {
    const [value, setValue] = useState("6 aug 26");
    return <DateField id="due" label="Due" value={value} onChange={setValue} today={day("2026-11-24")} />;
  }

  test("it says how a typed date is read and leaves it as typed", () => {
    renderUi(<Due />);
    expect(screen.getByText("Reads as 6 August 2026")).toBeTruthy();
    expect(screen.getByRole<HTMLInputElement>("textbox", { name: "Due" }).value).toBe("6 aug 26");
  });

  test("its calendar opens on the date, moves by keys and writes the date out", async () => {
    renderUi(<Due />);
    focusOn(screen.getByRole("button", { name: "Choose a date for Due" }));
    fireEvent.click(screen.getByRole("button", { name: "Choose a date for Due" }));
    expect(await screen.findByRole("grid", { name: "August 2026" })).toBeTruthy();
    expect(document.activeElement?.getAttribute("aria-label")).toBe("6 August 2026");
    fireEvent.keyDown(document.activeElement ?? document.body, { key: "ArrowDown" });
    expect(document.activeElement?.getAttribute("aria-label")).toBe("13 August 2026");
    fireEvent.keyDown(document.activeElement ?? document.body, { key: "PageDown" });
    expect(document.activeElement?.getAttribute("aria-label")).toBe("13 September 2026");
    fireEvent.click(document.activeElement ?? document.body);
    expect(screen.getByRole<HTMLInputElement>("textbox", { name: "Due" }).value).toBe("13 September 2026");
    expect(document.activeElement).toBe(screen.getByRole("button", { name: "Choose a date for Due" }));
  });
});

describe("the combo search", () => {
  const people = ["Asha Patel", "Tom Reid", "Miriam Okafor"];

  function Owner({ onChoose }: { readonly onChoose: (name: string) => void }): ReactElement {
    const [query, setQuery] = useState("");
    const found = people.filter((name) => name.toLowerCase().includes(query.toLowerCase()));
    return (
      <ComboSearch
        id="owner"
        label="Owner"
        query={query}
        onQuery={setQuery}
        options={found.map((name) => ({ key: name, label: name, value: name }))}
        state="ready"
        onChoose={(option) => onChoose(option.value)}
      />
    );
  }

  test("typing narrows the options, the down arrow and Enter choose one", () => {
    const onChoose = jest.fn();
    renderUi(<Owner onChoose={onChoose} />);
    const box = screen.getByRole("combobox", { name: "Owner" });
    focusOn(box);
    fireEvent.change(box, { target: { value: "a" } });
    fireEvent.keyDown(box, { key: "ArrowDown" });
    expect(screen.getAllByRole("option").map((option) => option.textContent)).toEqual(["Asha Patel", "Miriam Okafor"]);
    fireEvent.keyDown(box, { key: "ArrowDown" });
    const active = document.getElementById(box.getAttribute("aria-activedescendant") ?? "");
    fireEvent.keyDown(box, { key: "Enter" });
    expect(people).toContain(active?.textContent);
    expect(onChoose).toHaveBeenCalledWith(active?.textContent);
    expect(document.activeElement).toBe(box);
  });

  test("Escape closes the list and keeps the text", () => {
    renderUi(<Owner onChoose={ignore} />);
    const box = screen.getByRole<HTMLInputElement>("combobox", { name: "Owner" });
    focusOn(box);
    fireEvent.change(box, { target: { value: "tom" } });
    fireEvent.keyDown(box, { key: "ArrowDown" });
    fireEvent.keyDown(box, { key: "Escape" });
    expect(screen.queryByRole("listbox")).toBeNull();
    expect(box.value).toBe("tom");
  });

  test("the number of results is announced, and that there are none", () => {
    renderUi(<Owner onChoose={ignore} />);
    const box = screen.getByRole("combobox", { name: "Owner" });
    fireEvent.change(box, { target: { value: "a" } });
    expect(screen.getByRole("status").textContent).toBe("2 results");
    fireEvent.change(box, { target: { value: "zz" } });
    expect(screen.getByRole("status").textContent).toBe("Nothing found");
  });
});

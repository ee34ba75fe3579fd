/** @jest-environment jsdom */
import { fireEvent, screen, waitFor } from "@testing-library/react";
import { consentWords, hostWords } from "../../../src/content";
import { fail, succeed, type Result } from "../../../src/kernel";
import { AllowNotice, ServicesProvider, type Purpose } from "../../../src/parts";
import { renderUi } from "../ui/render-ui";
import { openNorthmere } from "./services";

// The first rendering loads all of Fluent; a busy machine needs more than five seconds for it.
jest.setTimeout(30_000);

async function show(answer: Result<void>): Promise<{ readonly asked: readonly Purpose[]; readonly allowed: () => number }> {
  const asked: Purpose[] = [];
  let allowed = 0;
  const ask = (purpose: Purpose): Promise<Result<void>> => {
    asked.push(purpose);
    return Promise.resolve(answer);
  };
  const { services } = await openNorthmere({}, { consent: { ask, heldUp: () => undefined, subscribe: () => () => undefined } });
  renderUi(
    <ServicesProvider value={services}>
      <AllowNotice purpose="postCard" onAllowed={() => (allowed += 1)} />
    </ServicesProvider>,
  );
  return { asked, allowed: () => allowed };
}

test("one sentence says why, nothing is asked before the click, and Allow goes on with what was stopped", async () => {
  const { asked, allowed } = await show(succeed(undefined));
  expect(screen.getByText(consentWords.why.postCard, { exact: false })).toBeTruthy();
  expect(asked).toEqual([]);
  fireEvent.click(screen.getByRole("button", { name: "Allow" }));
  await screen.findByRole("button", { name: "Allow" });
  expect([asked, allowed()]).toEqual([["postCard"], 1]);
});

test("a closed window is not noticed, so another can be opened, and only its answer counts", async () => {
  const answers: ((answer: Result<void>) => void)[] = [];
  let allowed = 0;
  const ask = (): Promise<Result<void>> => new Promise((resolve) => void answers.push(resolve));
  const { services } = await openNorthmere({}, { consent: { ask, heldUp: () => undefined, subscribe: () => () => undefined } });
  renderUi(
    <ServicesProvider value={services}>
      <AllowNotice purpose="postCard" onAllowed={() => (allowed += 1)} />
    </ServicesProvider>,
  );
  fireEvent.click(screen.getByRole("button", { name: "Allow" }));
  await screen.findByText(consentWords.asking, { exact: false });
  fireEvent.click(screen.getByRole("button", { name: "Allow" }));
  answers[0]?.(fail({ kind: "cancelled" }));
  answers[1]?.(succeed(undefined));
  await waitFor(() => expect(allowed).toBe(1));
  expect(screen.queryByText(consentWords.closed, { exact: false })).toBeNull();
});

test.each<[string, Result<void>, string]>([
  ["withheld by the organisation", fail({ kind: "forbidden" }), consentWords.withheld.postCard],
  ["closed", fail({ kind: "cancelled" }), consentWords.closed],
  ["stopped by the browser", fail({ kind: "hostRefused", what: hostWords.signIn, says: hostWords.windowBlocked }), hostWords.windowBlocked],
])("a window that was %s is said plainly, with the way without it", async (_how, answer, sentence) => {
  const { allowed } = await show(answer);
  fireEvent.click(screen.getByRole("button", { name: "Allow" }));
  await screen.findByText(sentence, { exact: false });
  expect(screen.getByText(consentWords.without.postCard, { exact: false })).toBeTruthy();
  expect(allowed()).toBe(0);
});

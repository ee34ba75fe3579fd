/** @jest-environment jsdom */
import { render } from "@testing-library/react";
import { messageText } from "../../../src/demo/pages/teams/message-text";

test("lines, mentions and cards of a message are shown; scripts, styles and handlers are not", () => {
  const html =
    'Hello <at id="0">Tom Reid</at><br><img src="x" onerror="alert(1)"><script>alert(1)</script><style>p{}</style><p onclick="x()">there</p><attachment id="7"></attachment>';
  const { container } = render(<div>{messageText(html, { card: (id) => <em>card {id}</em> })}</div>);
  expect(container.innerHTML).toBe("<div>Hello <strong>Tom Reid</strong><br>there<em>card 7</em></div>");
});

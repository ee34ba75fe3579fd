import { Fragment, type ReactNode } from "react";

/** What a message shows besides its text. */
export interface MessageParts {
  readonly card: (id: string) => ReactNode;
}

/** A message's HTML as elements of our own; whatever it holds besides text, lines, mentions and cards is left out. */
export function messageText(html: string, parts: MessageParts): ReactNode {
  const { body } = new DOMParser().parseFromString(html, "text/html");
  return showAll(body, parts);
}

function showAll(parent: Node, parts: MessageParts): ReactNode {
  return [...parent.childNodes].map((node, index) => <Fragment key={index}>{show(node, parts)}</Fragment>);
}

function show(node: Node, parts: MessageParts): ReactNode {
  if (node instanceof Text) return node.data;
  if (!(node instanceof Element)) return null;
  switch (node.localName) {
    case "br":
      return <br />;
    case "at":
    case "strong":
    case "b":
      return <strong>{showAll(node, parts)}</strong>;
    case "attachment":
      return parts.card(node.id);
    case "script":
    case "style":
      return null;
    default:
      return showAll(node, parts);
  }
}

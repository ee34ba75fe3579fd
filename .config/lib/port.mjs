import { createServer } from "node:net";

/** True when nothing on this machine's loopback addresses listens on the port. */
export async function isFree(port) {
  const answers = await Promise.all(["127.0.0.1", "::1"].map((host) => canListen(port, host)));
  return answers.every(Boolean);
}

function canListen(port, host) {
  return new Promise((resolve) => {
    const server = createServer();
    // A machine without IPv6 refuses the address itself; that does not make the port taken.
    server.once("error", (error) => resolve(error.code !== "EADDRINUSE" && error.code !== "EACCES"));
    server.listen({ port, host }, () => server.close(() => resolve(true)));
  });
}

/** A port that was free a moment ago, for tests and benches. */
export function freePort() {
  return new Promise((resolve) => {
    const server = createServer();
    server.listen({ port: 0, host: "127.0.0.1" }, () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/** Lets everything that waits for the page have its turn, then goes on. Timers would do, but they are slowed down in a page that is hidden. */
export function pageTurn(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      // An open channel would keep a process alive.
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
}

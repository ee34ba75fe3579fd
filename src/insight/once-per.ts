/** Works something out once for each key that never changes, as a register or the trust's limits do not; kept as long as the key is. */
export function oncePer<Key extends object, Answer extends object>(workOut: (key: Key) => Answer): (key: Key) => Answer {
  const known = new WeakMap<Key, Answer>();
  return (key) => {
    const found = known.get(key) ?? workOut(key);
    known.set(key, found);
    return found;
  };
}

import type { Disk } from "../../store";
import type { DiskPlatform } from "./indexed-db-disk";

/** Just enough of a window to ask the browser to keep what is stored. */
export interface PersistencePage {
  readonly navigator?: { readonly storage?: Pick<StorageManager, "persist"> };
}

const askedNote = "storage-asked";

/** The same disk; when something is first kept on this device, the browser is asked not to evict it. Once, as some browsers ask the person. */
export function askingToPersist(disk: Disk, { page, notes }: { readonly page: PersistencePage; readonly notes: DiskPlatform["notes"] }): Disk {
  const ask = (): void => {
    if (notes.read(askedNote) !== undefined) return;
    notes.write(askedNote, "yes");
    // Refused or missing, the disk is as good as it was.
    void page.navigator?.storage?.persist().catch(() => false);
  };
  return {
    read: (drawer, folder) => disk.read(drawer, folder),
    version: (name) => disk.version(name),
    write: async (changes, options) => {
      const answer = await disk.write(changes, options);
      if (answer.ok && answer.value === "written" && changes.length > 0) ask();
      return answer;
    },
    erase: () => disk.erase(),
    onLost: (listener) => disk.onLost(listener),
  };
}

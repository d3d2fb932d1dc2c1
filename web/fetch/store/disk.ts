// The browser's private files (OPFS), as the store needs them. Only workers may read and write them in place.

/** An open file; nobody else can open it meanwhile. `FileSystemSyncAccessHandle`, of which a test has its own. */
export interface OpenFile {
  getSize(): number;
  read(into: Uint8Array, options: { at: number }): number;
  /** Throws `QuotaExceededError` where there is no room. */
  write(bytes: Uint8Array, options: { at: number }): number;
  truncate(length: number): void;
  flush(): void;
  close(): void;
}

export interface Disk {
  /** Opens a file, or makes it. Rejects while another tab has it. */
  open(name: string): Promise<OpenFile>;
  names(): Promise<string[]>;
  /** The first `most` bytes of a file and its size, whoever has it open. */
  peek(name: string, most: number): Promise<{ bytes: Uint8Array; size: number }>;
  remove(name: string): Promise<void>;
}

type Openable = FileSystemFileHandle & { createSyncAccessHandle(): Promise<OpenFile> };

const FOLDER = 'kept-files';
/** A worker that was ended frees its files a moment later. */
const OPEN_TRIES = 5;
const OPEN_WAIT_MS = 120;

/** This browser's files, or `undefined` where it has none: a private window, or a page over plain http. */
export async function openDisk(): Promise<Disk | undefined> {
  let folder: FileSystemDirectoryHandle;
  try {
    const root = await navigator.storage.getDirectory();
    folder = await root.getDirectoryHandle(FOLDER, { create: true });
  } catch {
    return undefined;
  }
  return {
    async open(name) {
      const handle = (await folder.getFileHandle(name, { create: true })) as Openable;
      for (let tries = 1; ; tries++) {
        try {
          return await handle.createSyncAccessHandle();
        } catch (error) {
          if (tries === OPEN_TRIES) throw error;
          await new Promise((resolve) => setTimeout(resolve, OPEN_WAIT_MS));
        }
      }
    },
    async names() {
      const names: string[] = [];
      for await (const name of folder.keys()) names.push(name);
      return names;
    },
    async peek(name, most) {
      const file = await (await folder.getFileHandle(name)).getFile();
      return { bytes: new Uint8Array(await file.slice(0, most).arrayBuffer()), size: file.size };
    },
    remove: (name) => folder.removeEntry(name),
  };
}

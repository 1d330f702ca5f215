import { FileSystemError, FileType, Uri, workspace } from "vscode";
import { baseName } from "../server/fileNames.ts";
import type { SchedulePlace } from "./scheduleFile.ts";

/** A file in any file system of VS Code. Renaming over it takes two steps, with no file in between. */
export function workspacePlace(uri: Uri): SchedulePlace {
  const { fs } = workspace;
  const parent = Uri.joinPath(uri, "..");
  const at = (name: string): Uri => Uri.joinPath(parent, name);
  return {
    name: baseName(uri),
    folder: {
      names: async () => ((await unlessMissing(fs.readDirectory(parent))) ?? []).map(([name]) => name),
      read: (name) => unlessMissing(fs.readFile(at(name))),
      write: async (name, bytes) => {
        await fs.createDirectory(parent);
        await fs.writeFile(at(name), bytes);
      },
      rename: async (from, to) => {
        const known = await unlessMissing(fs.stat(at(to)));
        if (known !== undefined && (known.type & FileType.SymbolicLink) !== 0) {
          // Renaming would put a file in the link's place.
          await fs.writeFile(at(to), await fs.readFile(at(from)));
          await fs.delete(at(from));
        } else {
          await fs.rename(at(from), at(to), { overwrite: true });
        }
      },
      remove: async (name) => {
        await unlessMissing(fs.delete(at(name)));
      },
    },
  };
}

async function unlessMissing<Result>(work: Thenable<Result>): Promise<Result | undefined> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof FileSystemError && error.code === "FileNotFound") return undefined;
    throw error;
  }
}

import { existsSync, readFileSync, realpathSync } from "node:fs";

/** File systems on which SQLite's locks and its shared memory do not hold. */
const NETWORK =
  /^(nfs|nfs4|cifs|smb3|smbfs|9p|afs|ceph|glusterfs|lustre|gfs2|ocfs2|davfs|fuse\.(sshfs|s3fs|gcsfuse|rclone|glusterfs|ceph.*))$/;

/** The network file system that holds `folder`, by a table in the form of /proc/mounts; null on a local disk. */
export function networkFileSystemOf(folder: string, mounts: string): string | null {
  let longest = "";
  let found = "";
  for (const line of mounts.split("\n")) {
    const [, mountPoint = "", type = ""] = line.split(" ");
    const point = mountPoint.replaceAll("\\040", " ");
    const holds = folder === point || folder.startsWith(point.endsWith("/") ? point : `${point}/`);
    // The last mount on a point hides those before it.
    if (holds && point !== "" && point.length >= longest.length) [longest, found] = [point, type];
  }
  return NETWORK.test(found) ? found : null;
}

/** Stops where the data folder lies on a network file system; where the system cannot tell, it goes on. */
export function refuseNetworkFileSystem(folder: string): void {
  const table = "/proc/self/mounts";
  if (!existsSync(table)) return;
  const type = networkFileSystemOf(realpathSync(folder), readFileSync(table, "utf8"));
  if (type !== null) {
    throw new Error(
      `The data folder is on a network file system (${type}), where SQLite loses data. Choose a local disk or set DATABASE_URL.`,
    );
  }
}

/** Whether a file takes what is written to it. */
export interface TriesWriting {
  /** Writes something that changes nothing, with full sync, to every file it stands for; rejects as a save would. */
  tryWriting(): Promise<void>;
}

/** What every part of the report's page works on. */
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { ReportPage } from '../../../../core/api.ts';
import type { ReportDocument } from '../../../../core/report/document.ts';
import type { ReportDesk } from './desk.ts';

export interface Writing {
  id: string;
  desk: ReportDesk;
  doc: ReportDocument;
  page: ReportPage;
  /** Says and shows that something went, with Undo beside it. */
  gone: (text: string) => void;
}

export const WritingContext = createContext<Writing | null>(null);

/** The report on the desk; only inside its page. */
export function useWriting(): Writing {
  const writing = useContext(WritingContext);
  if (writing === null) throw new Error('A part of the report stands outside its page.');
  return writing;
}

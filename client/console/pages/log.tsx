/** Who did what: the log, the newest first. */
import { auditAbout, auditDid, auditTime, auditWho, sayAudit } from '../../../core/auditWords.ts';
import { STAFF } from '../../../core/limits.ts';
import { api } from '../api.ts';
import './pages.css';
import './staff/staff.css';
import { Loaded, useLoaded } from './parts/loaded.tsx';
import { Shell } from './parts/shell.tsx';
import { say } from './say.ts';

export default function LogPage() {
  const { state, again } = useLoaded(api.log);
  return (
    <Shell page={say('log.page')}>
      <div class="staff">
        <h1>{say('log.page')}</h1>
        <p class="hint">{say('log.words', { n: STAFF.auditDays })}</p>
        <p>
          <a class="button" href="/api/staff/log.csv" download>
            {say('log.save')}
          </a>
        </p>
        <Loaded state={state} again={again}>
          {(entries) =>
            entries.length === 0 ? (
              <p class="empty">{say('log.none')}</p>
            ) : (
              <table class="devices log">
                <thead>
                  <tr>
                    {(['time', 'who', 'did', 'consultation'] as const).map((column) => (
                      <th scope="col" key={column}>
                        {sayAudit(`column.${column}`)}
                      </th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {entries.map((entry, i) => (
                    <tr key={i}>
                      <td class="log-time">{auditTime(entry.at)}</td>
                      <td>
                        <bdi>{auditWho(entry)}</bdi>
                      </td>
                      <td>{auditDid(entry)}</td>
                      <td>
                        <bdi>{auditAbout(entry)}</bdi>
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            )
          }
        </Loaded>
      </div>
    </Shell>
  );
}

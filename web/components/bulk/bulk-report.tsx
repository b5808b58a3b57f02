import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import type { BulkResult } from '../../../api/contract/index.ts';

export interface BulkReportProps {
  result: BulkResult;
  /** It says what would happen, not what did. */
  preview: boolean;
  nameOf: (id: string) => string;
}

/** What became of every item of a bulk act, the refused ones first and with the reason. */
export function BulkReport({ result, preview, nameOf }: BulkReportProps) {
  const { t } = useTranslation();
  const refused = result.items.filter(({ accepted }) => !accepted);
  const accepted = result.items.filter((item) => item.accepted);
  return (
    <div className="stack">
      {refused.length > 0 && (
        <Alert
          type="warning"
          showIcon
          title={t(preview ? 'bulk.wouldRefuse' : 'bulk.refused', { total: refused.length })}
          description={
            <ul className="bulk-items">
              {refused.map(({ id, problem }) => (
                <li key={id}>
                  <span className="strong">{nameOf(id)}</span> – {problem?.detail}
                </li>
              ))}
            </ul>
          }
        />
      )}
      {accepted.length > 0 && (
        <Alert
          type="success"
          showIcon
          title={t(preview ? 'bulk.wouldDo' : 'bulk.done', { total: accepted.length })}
          description={
            <ul className="bulk-items">
              {accepted.map(({ id }) => (
                <li key={id}>{nameOf(id)}</li>
              ))}
            </ul>
          }
        />
      )}
    </div>
  );
}

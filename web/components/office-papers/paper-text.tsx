import { useTranslation } from 'react-i18next';
import type { PaperVersion } from '../../../api/contract/index.ts';
import { ToneTag } from '../tone-tag.tsx';

/** As the paper is written, in Vietnamese whatever the page's language. */
const basisWords = { pursuant: 'Căn cứ', implementing: 'Thực hiện' } as const;

/** What a paper says, in its own language: bases, text with its numbers, recipients. */
export function PaperText({ version: { draft, lines, bases } }: { version: PaperVersion }) {
  const { t } = useTranslation();
  return (
    <article className="paper-text" lang="vi">
      {bases.map(({ documentId, lead, citation, inForce }) => (
        <p key={documentId}>
          <i>{`${basisWords[lead]} ${citation};`}</i>{' '}
          {!inForce && <ToneTag tone="red">{t('paper.repealed')}</ToneTag>}
        </p>
      ))}
      {draft.opening !== null && <p>{draft.opening}</p>}
      {lines.map(({ kind, label, text }, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a version never changes, and its lines have nothing else
        <p key={i} className={`paper-line paper-${kind}`}>
          {label !== '' && <span className="paper-label">{label}</span>} <Words text={text} />
        </p>
      ))}
      {draft.executors !== null && (
        <p className="quiet">
          {t('paper.executors')}: {draft.executors}
        </p>
      )}
      <div className="quiet">
        <b>{t('paper.recipients')}</b>
        <ul className="plain-list">
          {draft.recipients.map(({ name, purpose }) => (
            <li key={name}>
              - {name}
              {purpose !== 'none' && ` (${t(`paper.purpose.${purpose}`)})`}
            </li>
          ))}
          <li>
            - {t('paper.filing')}: {draft.filing}
          </li>
        </ul>
      </div>
      {draft.onBehalfOf !== null && (
        <p className="quiet">{t('paper.signedOnBehalf', { collective: draft.onBehalfOf })}</p>
      )}
      {draft.overlay !== null && (
        <details>
          <summary>{t('paper.overlay')}</summary>
          <pre className="code">{draft.overlay}</pre>
        </details>
      )}
    </article>
  );
}

/** A text with its `**bold**` words. */
function Words({ text }: { text: string }) {
  return (
    text
      .split(/\*\*(.+?)\*\*/u)
      // biome-ignore lint/suspicious/noArrayIndexKey: the words of one text, which never change their order
      .map((part, i) => (i % 2 === 1 ? <b key={i}>{part}</b> : part))
  );
}

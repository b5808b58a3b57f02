import { App, Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SessionDetail, SessionNote } from '../../../api/contract/index.ts';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { useSessionCommands } from '../../queries/councils.ts';

/** One note of the minutes; what somebody else wrote meanwhile is not overwritten. */
function Note({
  session,
  agendaItemId,
  label,
  note,
}: {
  session: SessionDetail;
  agendaItemId: string | null;
  label: string;
  note: SessionNote | null;
}) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const { note: write } = useSessionCommands(session.id);
  const [text, setText] = useState(note?.text ?? '');
  const [error, setError] = useState<unknown>(null);
  const changed = text.trim() !== (note?.text ?? '') && text.trim() !== '';
  return (
    <li className="session-note">
      <div className="strong">{label}</div>
      <Input.TextArea
        aria-label={label}
        autoSize={{ minRows: 2, maxRows: 10 }}
        maxLength={10_000}
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
      {changed && (
        <Button
          size="small"
          type="primary"
          loading={write.isPending}
          onClick={() => {
            setError(null);
            // Not by the callbacks of `mutate`: once the notes are read again, their next version stands in this one's place.
            write
              .mutateAsync({ agendaItemId, text: text.trim(), version: note?.version ?? 0 })
              .then(() => void message.success(t('notes.saved')), setError);
          }}
        >
          {t('notes.save')}
        </Button>
      )}
      {error !== null && <ProblemAlert error={error} />}
    </li>
  );
}

/** The secretary notes what was said on each item, and what the chair concluded, for the minutes. */
export function SessionNotes({ session }: { session: SessionDetail }) {
  const { t } = useTranslation();
  return (
    <>
      <p className="quiet">{t('notes.help')}</p>
      <ul className="plain">
        {session.items.map((item, index) => (
          <Note
            key={`${item.id} ${item.discussion?.version ?? 0}`}
            session={session}
            agendaItemId={item.id}
            label={`${index + 1}. ${item.matter.title}`}
            note={item.discussion}
          />
        ))}
        <Note
          key={`conclusion ${session.conclusion?.version ?? 0}`}
          session={session}
          agendaItemId={null}
          label={t('notes.conclusion')}
          note={session.conclusion}
        />
      </ul>
    </>
  );
}

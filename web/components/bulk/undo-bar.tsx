import { Alert, Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

export interface UndoBarProps {
  /** What was done. */
  text: string;
  /** For how long it can be taken back. */
  seconds: number;
  onUndo: () => Promise<unknown>;
  /** The time is over, or it was taken back. */
  onEnd: () => void;
}

/** Counts down while an act can be taken back. The server has the last word: it holds the act back until then. */
export function UndoBar({ text, seconds, onUndo, onEnd }: UndoBarProps) {
  const { t } = useTranslation();
  const [until] = useState(() => Date.now() + seconds * 1000);
  const [left, setLeft] = useState(seconds);
  const [undoing, setUndoing] = useState(false);
  const ended = useRef(onEnd);
  ended.current = onEnd;
  useEffect(() => {
    const timer = setInterval(() => {
      const rest = Math.ceil((until - Date.now()) / 1000);
      if (rest > 0) setLeft(rest);
      else ended.current();
    }, 250);
    return () => clearInterval(timer);
  }, [until]);
  const undo = () => {
    setUndoing(true);
    onUndo().finally(onEnd);
  };
  return (
    <Alert
      type="info"
      showIcon
      role="status"
      title={text}
      action={
        <Button type="primary" loading={undoing} onClick={undo}>
          {`${t('bulk.undo')} (${left})`}
        </Button>
      }
    />
  );
}

import { UploadOutlined } from '@ant-design/icons';
import { Button, Upload } from 'antd';

export interface SignedPaperFieldProps {
  /** What is to be given. */
  label: string;
  file: File | null;
  onChange: (file: File | null) => void;
}

/** The one paper that a dialog sends along with what it records. */
export function SignedPaperField({ label, file, onChange }: SignedPaperFieldProps) {
  return (
    <Upload
      maxCount={1}
      fileList={file === null ? [] : [{ uid: file.name, name: file.name }]}
      beforeUpload={(picked) => {
        onChange(picked);
        return false; // sent with the rest of the dialog
      }}
      onRemove={() => onChange(null)}
    >
      <Button icon={<UploadOutlined aria-hidden />}>{label}</Button>
    </Upload>
  );
}

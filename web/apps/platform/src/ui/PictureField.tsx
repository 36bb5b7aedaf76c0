import { ImagePlus, X } from 'lucide-react';
import { useState } from 'react';
import { FileTrigger } from 'react-aria-components';
import { Button, IconButton } from './Button';
import { Failure } from './states';
import { shrink } from './shrink';
import './picture.css';

interface PictureFieldProps {
  /** A data URL, or empty. */
  readonly image: string;
  readonly onChange: (image: string) => void;
  /** Whether there may be none. */
  readonly isOptional?: boolean;
}

export function PictureField({ image, onChange, isOptional = true }: PictureFieldProps) {
  const [hasFailed, setFailed] = useState(false);
  async function take(file: File | null | undefined) {
    if (!file) {
      return;
    }
    try {
      onChange(await shrink(file));
      setFailed(false);
    } catch {
      setFailed(true);
    }
  }
  return (
    <div className="picture-field">
      {image !== '' && (
        <div className="picture-preview">
          <img src={image} alt="What buyers will see" />
          {isOptional && (
            <IconButton label="Remove the picture" onPress={() => onChange('')}>
              <X aria-hidden />
            </IconButton>
          )}
        </div>
      )}
      <FileTrigger acceptedFileTypes={['image/png', 'image/jpeg', 'image/webp']} onSelect={(files) => void take(files?.[0])}>
        <Button>
          <ImagePlus aria-hidden /> {image === '' ? 'Add a picture' : 'Another picture'}
        </Button>
      </FileTrigger>
      {hasFailed && <Failure>That file cannot be shown. A PNG, JPEG or WebP can.</Failure>}
    </div>
  );
}

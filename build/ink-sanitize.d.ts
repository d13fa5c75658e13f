export default function sanitizeAnsi(text: string): string

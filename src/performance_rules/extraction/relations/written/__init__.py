"""What a document works out in signs: 2.1万元×3台=6.3万元, 使用率95%(38/40)."""

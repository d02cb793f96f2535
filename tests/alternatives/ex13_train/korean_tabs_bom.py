"""Korean names and comments, tabs, and a byte order mark."""


def train(입력, 정답, 반복_횟수, 모델, 손실_함수, 옵티마이저):
	기록 = []
	for 회 in range(반복_횟수):
		# 1. 추정
		예측 = 모델(입력)
		# 2. 손실 계산
		손실 = 손실_함수(예측, 정답)
		# 3. gradient 를 비우고 다시 계산
		옵티마이저.zero_grad()
		손실.backward()
		# 4. 파라미터 업데이트
		옵티마이저.step()
		기록.append(손실.item())
		if 회 % 100 == 0 or 회 == 반복_횟수 - 1:
			print(f"{회}/{반복_횟수} - {손실.item()}")
	return 기록
